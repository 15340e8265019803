package dev.dateline.enrich.quotes;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * English words that tell of speech, thought or evidence, each with its class: {@code said asked replied denied rejected
 * admitted claimed promised warned urged suggested predicted accused praised agreed announced reported believed wanted
 * showed}. Verbs in all their forms, and the nouns made from them.
 */
public final class ReportingVerbs {
    /** The class of a reporting word that is in no list. */
    static final String OTHER = "other";

    /** Hashes of words, ascending; each token is looked up, and a map would make an object of each. */
    private static final int[] WORDS;
    /** Beside them. */
    private static final String[] CLASSES;

    static {
        SortedMap<Integer, String> classes = classes();
        WORDS = classes.keySet().stream().mapToInt(Integer::intValue).toArray();
        CLASSES = classes.values().toArray(String[]::new);
    }

    private ReportingVerbs() {}

    /** The class of the word with this hash, empty if it is no reporting word. */
    static String classOf(int word) {
        int at = Arrays.binarySearch(WORDS, word);
        return at < 0 ? "" : CLASSES[at];
    }

    /** The hashes of all of them. */
    public static Iterable<Integer> words() {
        return Arrays.stream(WORDS).boxed().toList();
    }

    private static SortedMap<Integer, String> classes() {
        SortedMap<Integer, String> all = new TreeMap<>();
        verbs(
                all,
                "said",
                "add remark observe comment explain mention note describe recall recount joke quip continue");
        verbs(
                all,
                "said",
                "conclude declare proclaim assert affirm state stress emphasise emphasize underline reiterate");
        verbs(
                all,
                "said",
                "underscore clarify elaborate exclaim whisper shout murmur mutter tweet post blog repeat relay");
        verbs(all, "said", "highlight opine muse lament complain quote cite express voice specify summarise summarize");
        verbs(
                all,
                "said",
                "characterise characterize boast bellow yelp confide remind reminisce sigh scream yell chant inform narrate");
        forms(
                all,
                "said",
                "say says said saying tell tells told telling write writes wrote written writing speak speaks");
        forms(
                all,
                "said",
                "spoke spoken speaking read reads according per put puts statement remarks quoth call calls");
        forms(all, "said", "called calling talk talks talked talking comments speech interview");
        forms(all, "said", "sing sings sang sung singing cry cries cried crying");
        verbs(all, "asked", "ask wonder inquire enquire question query");
        forms(all, "asked", "asks");
        verbs(all, "replied", "respond answer retort counter interject rejoin");
        forms(all, "replied", "reply replies replied replying");
        verbs(all, "denied", "refute dispute disavow disclaim contradict rebut");
        forms(all, "denied", "deny denies denied denying denial denials");
        verbs(all, "rejected", "reject dismiss refuse decline oppose");
        verbs(all, "admitted", "admit concede acknowledge confess confirm");
        verbs(all, "claimed", "claim allege contend maintain insist argue purport assume charge");
        forms(all, "claimed", "allegation allegations");
        verbs(all, "promised", "promise vow pledge guarantee assure swear commit");
        forms(all, "promised", "swore sworn promises");
        verbs(all, "warned", "warn caution threaten alert");
        forms(all, "warned", "warning warnings threat");
        verbs(
                all,
                "urged",
                "urge demand call order instruct command implore beg exhort appeal request recommend advise");
        verbs(all, "urged", "advocate encourage insist press plead prod");
        forms(all, "urged", "begged begging");
        verbs(all, "suggested", "suggest propose hint imply signal indicate offer");
        forms(all, "suggested", "implies implied");
        verbs(all, "predicted", "predict forecast estimate project anticipate expect foresee");
        forms(all, "predicted", "forecasts foresaw expected");
        verbs(
                all,
                "accused",
                "accuse blame criticise criticize condemn denounce slam blast attack deride mock decry lambast");
        verbs(all, "accused", "lambaste ridicule assail chide scold rebuke bemoan deplore");
        forms(all, "accused", "decries decried criticism accusation accusations");
        verbs(all, "praised", "praise laud hail applaud commend congratulate thank welcome endorse tout");
        verbs(all, "agreed", "agree concur accept back support approve");
        forms(all, "agreed", "disagree disagrees disagreed disagreeing");
        verbs(all, "announced", "announce reveal disclose unveil confirm release publish divulge issue");
        verbs(all, "reported", "report detail document chronicle");
        verbs(
                all,
                "believed",
                "believe doubt suspect fear consider realise realize reckon regard worry hope imagine guess");
        forms(
                all,
                "believed",
                "think thinks thought thinking know knows knew known knowing feel feels felt feeling view");
        forms(all, "believed", "views viewed belief opinion understand understands understood");
        verbs(all, "wanted", "want wish intend plan seek aim prefer desire");
        forms(all, "wanted", "sought planned planning prefers preferred");
        verbs(all, "showed", "show suggest reveal indicate demonstrate prove");
        forms(all, "showed", "shown find finds found finding");
        return all;
    }

    private static void verbs(Map<Integer, String> all, String kind, String list) {
        for (String verb : list.split(" ", -1)) {
            boolean mute = verb.endsWith("e");
            String stem = mute ? verb.substring(0, verb.length() - 1) : verb;
            boolean sibilant = verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x");
            boolean doubled = verb.equals("admit")
                    || verb.equals("commit")
                    || verb.equals("slam")
                    || verb.equals("quip")
                    || verb.equals("rebut")
                    || verb.equals("plan")
                    || verb.equals("beg")
                    || verb.equals("prod");
            String last = doubled ? verb.substring(verb.length() - 1) : "";
            forms(all, kind, verb + " " + verb + (sibilant ? "es " : "s ") + stem + last + "ed " + stem + last + "ing");
        }
    }

    private static void forms(Map<Integer, String> all, String kind, String words) {
        for (String word : words.split(" ", -1)) {
            all.putIfAbsent(Hashes.word(word), kind);
        }
    }
}
