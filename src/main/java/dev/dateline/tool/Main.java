package dev.dateline.tool;

import dev.dateline.tool.enrich.BenchEnrich;
import dev.dateline.tool.entities.ConvertEntities;
import dev.dateline.tool.entities.EvalEntities;
import dev.dateline.tool.entities.TrainEntities;
import dev.dateline.tool.knowledge.BenchKnowledge;
import dev.dateline.tool.knowledge.BuildKnowledge;
import dev.dateline.tool.knowledge.CheckKnowledge;
import dev.dateline.tool.language.EvalLanguage;
import dev.dateline.tool.quantities.EvalQuantities;
import dev.dateline.tool.quotes.ConvertQuotes;
import dev.dateline.tool.quotes.EvalQuotes;
import dev.dateline.tool.quotes.TrainQuotes;
import dev.dateline.tool.stories.BenchStories;
import dev.dateline.tool.stories.ConvertEcb;
import dev.dateline.tool.stories.EvalDuplicates;
import dev.dateline.tool.stories.EvalStories;
import dev.dateline.tool.stories.TrainStories;
import dev.dateline.tool.topics.BenchTopics;
import dev.dateline.tool.topics.BuildTopicLabels;
import dev.dateline.tool.topics.ConvertTopics;
import dev.dateline.tool.topics.EvalTopics;
import dev.dateline.tool.topics.TrainTopics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The entry point. Exit codes: 0 done, 1 a figure below its bar, 2 unusable arguments or unreadable data. */
@Command(
        name = "dateline",
        description = "Dateline's tools: they need no broker and no network.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            Main.Build.class,
            Main.Convert.class,
            Main.Train.class,
            Main.Eval.class,
            Main.Bench.class,
            Main.Check.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        CommandLine commands = new CommandLine(new Main());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return 2;
        });
        System.exit(commands.execute(args));
    }

    @Command(
            name = "build",
            description = "Make what is shipped from its sources.",
            subcommands = {BuildKnowledge.class, BuildTopicLabels.class})
    static final class Build {}

    @Command(
            name = "convert",
            description = "Turn a public data set's own format into the form that eval reads.",
            subcommands = {ConvertEcb.class, ConvertEntities.class, ConvertQuotes.class, ConvertTopics.class})
    static final class Convert {}

    @Command(
            name = "train",
            description = "Make a model from data.",
            subcommands = {TrainEntities.class, TrainQuotes.class, TrainStories.class, TrainTopics.class})
    static final class Train {}

    @Command(
            name = "eval",
            description = "Score a task on data in the form of this tool.",
            subcommands = {
                EvalEntities.class,
                EvalDuplicates.class,
                EvalLanguage.class,
                EvalQuantities.class,
                EvalQuotes.class,
                EvalStories.class,
                EvalTopics.class
            })
    static final class Eval {}

    @Command(
            name = "bench",
            description = "Measure time and memory.",
            subcommands = {BenchEnrich.class, BenchKnowledge.class, BenchStories.class, BenchTopics.class})
    static final class Bench {}

    @Command(
            name = "check",
            description = "Compare what is shipped with its sources.",
            subcommands = {CheckKnowledge.class})
    static final class Check {}
}
