package recon;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import recon.workflow.ExitCode;
import recon.workflow.StopException;

/** Tells which setting is wrong. Its value is not repeated: it may be a secret. */
final class SettingFailures {

    private SettingFailures() {}

    /** What is wrong with the settings, where that is why a command failed; else the failure itself. */
    static Exception explain(Exception failure) {
        BindException notOfItsKind = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StopException stop) {
                return stop;
            }
            if (cause instanceof MarkedYAMLException yaml) {
                return wrong("application.yaml cannot be read as YAML%s: correct it".formatted(place(yaml)), failure);
            }
            notOfItsKind = cause instanceof BindException bind ? bind : notOfItsKind;
        }
        return notOfItsKind == null ? failure : wrong(notOfItsKind, failure);
    }

    private static String place(MarkedYAMLException yaml) {
        return yaml.getProblemMark() == null
                ? ""
                : " at line " + (yaml.getProblemMark().getLine() + 1);
    }

    private static StopException wrong(BindException setting, Exception failure) {
        String name = setting.getName().toString();
        return wrong(
                "%s must be %s: correct it in application.yaml, or %s in the environment"
                        .formatted(
                                name,
                                kind(setting.getTarget().getType().resolve()),
                                name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_')),
                failure);
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class) {
            return "a number";
        }
        return type == int.class || type == long.class ? "a whole number" : "of another kind";
    }

    private static StopException wrong(String message, Exception failure) {
        return new StopException(ExitCode.WRONG_SETUP, message, failure);
    }
}
