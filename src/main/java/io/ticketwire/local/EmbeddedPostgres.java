package io.ticketwire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.apache.commons.io.FileUtils;
import org.postgresql.Driver;

import io.ticketwire.local.PostgresPrograms.Outcome;

/**
 * One Postgres server as a child process. Everything that makes it durable is left on: it holds its user's data.
 *
 * <p>It is started by {@code pg_ctl}, which gives it a session of its own: Ctrl-C in a terminal reaches the JVM only, and
 * Postgres goes down after the application.
 */
final class EmbeddedPostgres {

    static final String SUPERUSER = "postgres";
    static final String DATABASE = "ticketwire";
    private static final long LARGEST_LOG = 10L << 20;

    private final Path data;
    private final Path log;
    private final int port;
    private final String password;
    private final PostgresPrograms programs;
    private final boolean firstRun;
    private boolean running;

    /** Prepares the programs and, on the first run, the data; starts nothing. */
    EmbeddedPostgres(DataFolder folder, Path binaries, int port) throws IOException, InterruptedException {
        this.data = folder.resolve("postgres");
        this.log = data.resolve("server.log");
        this.port = port;
        this.programs = PostgresPrograms.of(PostgresBinaries.unpackInto(binaries), data);
        this.firstRun = !Files.exists(data);
        Path passwordFile = folder.resolve("postgres.password");
        if (firstRun) {
            PrivateFiles.write(passwordFile, PrivateFiles.randomPassword());
        }
        this.password = Files.readString(passwordFile);
        if (firstRun) {
            initialize(folder.resolve("postgres.unfinished"));
        }
    }

    String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    String reactiveUrl() {
        return "postgresql://" + Ports.HOST + ":" + port + "/" + DATABASE;
    }

    String password() {
        return password;
    }

    boolean firstRun() {
        return firstRun;
    }

    /** Starts the server and returns when it takes connections. Does nothing if it runs. */
    synchronized void start() throws IOException, InterruptedException {
        if (running) {
            return;
        }
        AbandonedPostgres abandoned = new AbandonedPostgres(data);
        if (abandoned.find().isPresent()) {
            halt();
        }
        abandoned.forgetStranger();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.delete(log);
        }
        writeSettings();
        Outcome outcome = pgCtl("start", "-l", log.toString(), "-t", "60");
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(
                    "Postgres in %s doesn't start: %s; see %s".formatted(data, lastLine(outcome.output()), log));
        }
        running = true;
        createDatabase();
    }

    /** Stops the server, which ends its connections, and returns when it is down. Does nothing if it is. */
    synchronized void stop() throws IOException, InterruptedException {
        if (running) {
            halt();
            running = false;
        }
    }

    private void halt() throws IOException, InterruptedException {
        if (pgCtl("stop", "-m", "fast", "-t", "20").exitCode() != 0) {
            pgCtl("stop", "-m", "immediate", "-t", "10");
        }
    }

    private Outcome pgCtl(String action, String... options) throws IOException, InterruptedException {
        String[] arguments = new String[options.length + 5];
        System.arraycopy(new String[] {action, "-D", data.toString(), "-s", "-w"}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return programs.run("pg_ctl", arguments);
    }

    /** In a folder that takes its name when it is complete: a crash in the middle begins anew. */
    private void initialize(Path unfinished) throws IOException, InterruptedException {
        FileUtils.deleteDirectory(unfinished.toFile());
        programs.own(Files.createDirectory(unfinished, PosixFilePermissions.asFileAttribute(PrivateFiles.FOLDER)));
        Path pgdata = unfinished.resolve("data");
        Path passwordFile = unfinished.resolve("password");
        PrivateFiles.write(passwordFile, password);
        programs.own(passwordFile);
        Outcome outcome = programs.run(
                "initdb",
                "--pgdata=" + pgdata,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException("initdb fails: " + lastLine(outcome.output()));
        }
        Path conf = pgdata.resolve("postgresql.conf");
        Files.writeString(conf, Files.readString(conf) + "\ninclude_if_exists = 'ticketwire.conf'\n");
        Files.move(pgdata, data);
        FileUtils.deleteDirectory(unfinished.toFile());
    }

    /** Written at each start: the port changes, and a newer version may want other values. */
    private void writeSettings() throws IOException {
        Path file = data.resolve("ticketwire.conf");
        Files.writeString(
                file,
                """
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                jit = off
                log_min_messages = warning
                """
                        .formatted(Ports.HOST, port));
        Files.setPosixFilePermissions(programs.own(file), PrivateFiles.FILE);
    }

    private void createDatabase() throws IOException, InterruptedException {
        Properties credentials = new Properties();
        credentials.setProperty("user", SUPERUSER);
        credentials.setProperty("password", password);
        String url = "jdbc:postgresql://" + Ports.HOST + ":" + port + "/postgres";
        try (Connection connection = new Driver().connect(url, credentials);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException e) {
            stop();
            throw new IllegalStateException("Postgres in " + data + " doesn't answer: " + e.getMessage(), e);
        }
    }

    private static String lastLine(String output) {
        return output.lines().reduce((first, second) -> second).orElse("no message");
    }
}
