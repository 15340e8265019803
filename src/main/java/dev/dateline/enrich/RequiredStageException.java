package dev.dateline.enrich;

/** An article cannot go out, because a stage that its operator requires found nothing it could stand by. */
public final class RequiredStageException extends Exception {
    public RequiredStageException(Stage stage, Incomplete.Reason reason) {
        super("required stage '" + stage.name() + "' is missing: " + reason.code());
    }
}
