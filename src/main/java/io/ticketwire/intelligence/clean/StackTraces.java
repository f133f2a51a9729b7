package io.ticketwire.intelligence.clean;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

import io.ticketwire.text.Line;

/**
 * Which lines are of stack traces: of Java and its like, .NET, JavaScript, Python, Go, PHP, Ruby and Rust.
 *
 * <pre>
 *   java.lang.IllegalStateException: closed      only above a frame, or above a line that goes on from it: people write this, too
 *       at com.example.Pool.take(Pool.java:12)   always
 *   File "pool.py", line 12, in take             always, and the line of code below
 *       raise Closed()
 *   pool.Closed: closed                          only below such
 * </pre>
 */
final class StackTraces {

    /** Lines of a message between the name of an exception and its first frame. */
    private static final int MOST_MESSAGE = 4;

    private static final Pattern AT = Pattern.compile(
            "(?:at|bei|à|en|in|em|bij|w) (?:[^\\s(.]{1,200}\\.[^\\s(]{1,300}\\(.*\\).*|(?:async )?\\S+:\\d+:\\d+\\)?"
                    + "|(?:(?:async |new )?[^\\s(]{1,200} )(?:\\[as [^\\]]{1,60}] )?\\((?:.*:\\d+:\\d+|<anonymous>|native|index \\d+)\\)(?: \\{)?)");
    private static final Pattern MORE = Pattern.compile("\\.\\.\\. \\d+ (?:more|common frames omitted|elided).*");
    private static final Pattern CAUSE = Pattern.compile(
            "(?:Caused by|Suppressed|Wrapped by): (?:[\\w$]+\\.[\\w$.]+|\\w*(?:Exception|Error))(?::.*)?");
    private static final Pattern PYTHON_FILE = Pattern.compile("File \".{1,300}\", line \\d+(?:, in .*)?");
    private static final Pattern PYTHON_LINKS = Pattern.compile(
            "Traceback \\(most recent call last\\):?|During handling of the above exception, another exception occurred:"
                    + "|The above exception was the direct cause of the following exception:");
    private static final Pattern CARETS = Pattern.compile("[~^ ]+");
    private static final Pattern NUMBERED = Pattern.compile(
            "#\\d+ +(?:\\S+\\(\\d+\\): .*|\\{main}.*|\\[internal function].*|0x[0-9a-f]+ .*|\\S+ \\(.*\\).*)");
    private static final Pattern PHP = Pattern.compile(
            "(?:PHP )?(?:Fatal error|Parse error|Warning|Notice|Deprecated|Recoverable fatal error): .* in \\S+\\.php(?::| on line )\\d+.*"
                    + "|thrown in \\S+ on line \\d+");
    private static final Pattern GO =
            Pattern.compile("goroutine \\d+ \\[.*]:|\\S+\\.(?:go|s):\\d+(?: \\+0x[0-9a-f]+)?|\\[signal SIG.*]");
    private static final Pattern GO_CALL = Pattern.compile(
            "(?:created by )?[\\w./*()\\[\\]$-]+\\.[\\w./*()\\[\\]$-]+(?:\\(.*\\))?(?: in goroutine \\d+)?");
    private static final Pattern RUBY = Pattern.compile("(?:\\d+: )?(?:from )?\\S+:\\d+:in [`'\"].*");
    private static final Pattern FIREFOX = Pattern.compile("\\S*@\\S+:\\d+:\\d+");
    private static final Pattern RUST = Pattern.compile(
            "thread '.{1,80}'(?: \\(\\d+\\))? panicked at .*|note: run with `RUST_BACKTRACE.*|stack backtrace:"
                    + "|called `(?:Option|Result)::\\w+\\(\\)` on an? `\\w+` value.*");
    private static final Pattern END = Pattern.compile(
            "-{3} End of .*stack trace.* -{3}|(?:--->|-->) [\\w.]+(?:Exception|Error)\\b.*|exit status \\d+");

    /** Node shows what an error has, in braces behind the last frame. */
    private static final int MOST_FIELDS = 20;

    private static final Pattern HEADER = Pattern.compile(
            "(?:Exception in thread \"[^\"]{0,100}\" |Uncaught (?:\\(in promise\\) )?|Unhandled (?:exception|rejection)[.:]{0,2} ?|Unbehandelte Ausnahme: "
                    + "|Exception non gérée : |Excepción no controlada: |Eccezione non gestita: |Onverwerkte uitzondering: |\\[?(?:ERROR|FATAL|SEVERE|WARN)]?:? )?"
                    + "[\\w$.]*(?:Error|Exception|Throwable|Failure|Fault|Timeout|Interrupt)\\b(?: ?[:\\[({].*)?|Stack ?trace:?|(?:Error|Backtrace|Call stack):|panic: .*|Segmentation fault.*");
    private static final Pattern RAISED = Pattern.compile(
            "[A-Za-z_][\\w.]*(?:(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Timeout)|\\.[\\w.]+|[a-z][A-Z]\\w*)(?::.*)?");

    private final List<Line> lines;
    private final BitSet traced = new BitSet();

    private StackTraces(List<Line> lines) {
        this.lines = lines;
    }

    static BitSet in(List<Line> lines) {
        StackTraces traces = new StackTraces(lines);
        int i = 0;
        while (i < lines.size()) {
            i = traces.read(i);
        }
        if (!traces.traced.isEmpty()) {
            traces.addHeaders();
        }
        return traces.traced;
    }

    /** @return the line to go on with */
    private int read(int i) {
        String said = lines.get(i).said();
        if (said.isEmpty() || lines.get(i).tooLong()) {
            return i + 1;
        }
        if (said.startsWith("File \"") && PYTHON_FILE.matcher(said).matches()) {
            return readPython(i);
        }
        if (!isFrame(said)) {
            return i + 1;
        }
        int end = said.endsWith(") {") ? endOfFields(i) : i + 1;
        traced.set(i, end);
        return end;
    }

    private int endOfFields(int first) {
        for (int i = first + 1; i < lines.size() && i - first <= MOST_FIELDS; i++) {
            if (said(i).equals("}")) {
                return i + 1;
            }
        }
        return first + 1;
    }

    private static boolean isFrame(String said) {
        return switch (said.charAt(0)) {
            case 'a', 'b', 'à', 'e', 'i', 'w' ->
                mayBeCall(said) && AT.matcher(said).matches()
                        || END.matcher(said).matches()
                        || isOtherFrame(said);
            case '.' -> MORE.matcher(said).matches();
            case 'C', 'S', 'W', 'T', 'D' ->
                CAUSE.matcher(said).matches()
                        || PYTHON_LINKS.matcher(said).matches()
                        || PHP.matcher(said).matches();
            case 'P', 'F', 'R', 'N' -> PHP.matcher(said).matches();
            case '#' -> NUMBERED.matcher(said).matches();
            case 't' -> PHP.matcher(said).matches() || RUST.matcher(said).matches() || isOtherFrame(said);
            case '-' -> END.matcher(said).matches();
            default -> isOtherFrame(said);
        };
    }

    private static boolean mayBeCall(String said) {
        return said.indexOf('(') > 0
                || Character.isDigit(said.charAt(said.length() - 1))
                || said.endsWith(")")
                || said.endsWith("{");
    }

    private static boolean isOtherFrame(String said) {
        if (said.indexOf(':') < 0) {
            return false;
        }
        return GO.matcher(said).matches()
                || RUBY.matcher(said).matches()
                || said.indexOf('@') >= 0 && FIREFOX.matcher(said).matches()
                || RUST.matcher(said).matches();
    }

    private int readPython(int first) {
        int i = first + 1;
        if (has(i)
                && !RAISED.matcher(said(i)).matches()
                && !PYTHON_FILE.matcher(said(i)).matches()) {
            i++;
        }
        while (has(i) && CARETS.matcher(said(i)).matches()) {
            i++;
        }
        if (has(i) && RAISED.matcher(said(i)).matches()) {
            i++;
        }
        traced.set(first, i);
        return i;
    }

    private boolean has(int i) {
        return i < lines.size() && !lines.get(i).blank() && !lines.get(i).tooLong();
    }

    private String said(int i) {
        return lines.get(i).said();
    }

    private void addHeaders() {
        for (int i = lines.size() - 2; i >= 0; i--) {
            if (!traced.get(i) && has(i)) {
                if (traced.get(i + 1)) {
                    addHeader(i);
                } else if (lines.get(i + 1).blank() && traced.get(i + 2) && isApart(i)) {
                    traced.set(i);
                }
            }
        }
    }

    /** Go and Rails leave a line blank below what went wrong. */
    private boolean isApart(int i) {
        return said(i).startsWith("panic: ")
                || said(i).endsWith(":")
                        && said(i).indexOf('(') > 0
                        && HEADER.matcher(said(i)).matches();
    }

    /** @param last the line above a frame */
    private void addHeader(int last) {
        if (GO_CALL.matcher(said(last)).matches() && GO.matcher(said(last + 1)).matches()) {
            traced.set(last);
            return;
        }
        for (int i = last; i >= 0 && last - i < MOST_MESSAGE && has(i) && !traced.get(i); i--) {
            boolean surely = i == last || said(i).indexOf('.') > 0;
            if (surely && HEADER.matcher(said(i)).matches()) {
                traced.set(i, last + 1);
                return;
            }
        }
    }
}
