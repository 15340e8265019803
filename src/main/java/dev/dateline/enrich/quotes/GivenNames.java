package dev.dateline.enrich.quotes;

import java.util.Set;

/** What titles and common given names say of a pronoun. */
final class GivenNames {
    private static final Set<Integer> HIS = Phrases.hashes(
            "mr sir lord king prince pope father brother baron sheikh imam "
                    + "ayatollah chairman spokesman congressman businessman john james robert michael william david richard joseph "
                    + "thomas charles christopher daniel matthew anthony donald mark paul steven stephen andrew kenneth george joshua "
                    + "kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott "
                    + "brandon frank benjamin gregory samuel raymond patrick alexander jack dennis jerry tyler aaron jose henry adam "
                    + "douglas nathan peter zachary kyle walter harold carl jeremy keith roger gerald ethan arthur terry christian sean "
                    + "lawrence austin joe noah albert bernie mike bill tim jim tom ben dan chris steve jeff matt ted rick bob vladimir "
                    + "dmitry sergei ivan igor boris mikhail ali mohammad mohammed muhammad ahmed hassan hussein omar abdul javad reza "
                    + "mahmoud yusuf mustafa barack narendra rahul imran shinzo xi kim emmanuel francois jean pierre luis carlos juan "
                    + "miguel antonio pedro manuel jorge fernando diego mario luigi giuseppe marco hans karl klaus jens olaf lars sven "
                    + "recep benjamin yair volodymyr viktor petro andriy oleg nikolai pavel jan tomasz piotr keir rishi nigel simon neil "
                    + "graham alan ian colin gordon tony geoff craig doug greg ken ron jerome newt mitt marco mitch harry chuck joel");

    private static final Set<Integer> HER = Phrases.hashes(
            "mrs ms miss madam lady dame queen princess sister chairwoman "
                    + "spokeswoman congresswoman businesswoman mary patricia jennifer linda elizabeth barbara susan jessica sarah karen "
                    + "lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah "
                    + "stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha "
                    + "katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia "
                    + "victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann "
                    + "sara madison frances kathryn janice jean abigail alice judy sophia grace denise amber doris marilyn danielle "
                    + "beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary chelsea melania ivanka "
                    + "angela ursula theresa jacinda kamala nikki sonia indira fatima aisha leila zahra olga natalia svetlana ekaterina "
                    + "elena irina tatiana yulia marine giulia francesca lucia carmen ana isabel sofia ingrid astrid greta katarina "
                    + "kellyanne condoleezza priti liz nicola ruth jo tulsi jill huma donna debbie loretta sally wendy gwen kate");

    private GivenNames() {}

    /** 1 for he, 2 for she, 0 if the word does not tell. */
    static int gender(int word) {
        return HIS.contains(word) ? (HER.contains(word) ? 0 : 1) : HER.contains(word) ? 2 : 0;
    }
}
