package racelane.importers.log;

import java.util.List;

/** A few lines of each format, of our own making, and what must come of them. */
final class GrammarSamples {
    private GrammarSamples() {}

    /**
     * One sample.
     *
     * @param format the format that must be recognised
     * @param text the log
     * @param events its events as {@link LogFiles#events} writes them
     */
    record Sample(String format, String text, List<String> events) {
        @Override
        public String toString() {
            return format;
        }
    }

    static final List<Sample> ALL = List.of(
            sample(
                    "bracketed epoch seconds",
                    "[1702500123] put START: user:1\n[1702500124] put DONE: user:1\n",
                    "1-2 SPAN put? 20:42:03Z+1 s put key=user:1"),
            sample(
                    "epoch nanos",
                    "1702500123450000007 INFO put START: user:1\n",
                    "1 OPEN put? 20:42:03.450000007Z put key=user:1 level=INFO"),
            sample(
                    "logback",
                    "12:00:00.001 [main] INFO  a.B - Loaded 17 rows\n",
                    "1 INSTANT main 12:00:00.001Z Loaded # rows level=INFO logger=a.B"),
            sample(
                    "Spring Boot",
                    "2026-03-01T12:00:00.001+02:00  INFO 17 --- [app] [           main] a.b.Main : Started in 3 s\n",
                    "1 INSTANT main 10:00:00.001Z Started in # s level=INFO logger=a.b.Main pid=17 application=app"),
            sample(
                    "Log4j",
                    "2026-03-01 12:00:00,001 INFO [pool-1] a.B: Stored user:5\n",
                    "1 INSTANT pool-1 12:00:00.001Z Stored user:# key=user:5 level=INFO logger=a.B"),
            sample(
                    "Log4j (ZooKeeper, HBase)",
                    "2026-03-01 12:00:00,001 [myid:1] - INFO  [Q[id=1]/0:0:2181:Leader@380] - Closing\n",
                    "1 INSTANT Q[id=1]/0:0:2181 12:00:00.001Z Closing level=INFO logger=Leader line=380"),
            sample(
                    "Log4j (Spark)",
                    "26/03/01 12:00:00 INFO storage.Block: Removed 3\n",
                    "1 INSTANT storage.Block? 12:00:00Z Removed # level=INFO logger=storage.Block"),
            sample(
                    "Log4j (HDFS, yyMMdd)",
                    "260301 120000 148 INFO dfs.Node: Removed 3\n",
                    "1 INSTANT 148 12:00:00Z Removed # level=INFO logger=dfs.Node"),
            sample(
                    "Akka",
                    "[INFO] [03/01/2026 12:00:00.001] [sys-d-4] [akka://sys/user/a] Crashing\n",
                    "1 INSTANT sys-d-4 12:00:00.001Z Crashing level=INFO logger=akka://sys/user/a"),
            sample(
                    "Python logging",
                    "2026-03-01 12:00:00,001 - app.cache - WARNING - miss for user:9\n",
                    "1 INSTANT app.cache? 12:00:00.001Z miss for user:# key=user:9 level=WARNING logger=app.cache"),
            sample(
                    "PostgreSQL",
                    "2026-03-01 12:00:00.001 PST [12] LOG:  ready\n",
                    "1 INSTANT 12 20:00:00.001Z ready level=LOG"),
            sample(
                    "syslog (RFC 3164)",
                    "Mar  1 12:00:00 host cron[12]: run 5\n",
                    "1 INSTANT cron[12] 12:00:00Z run # host=host"),
            sample(
                    "syslog (RFC 5424)",
                    "<34>1 2026-03-01T12:00:00.000003Z host app 12 ID47 - ready\n",
                    "1 INSTANT 12 12:00:00.000003Z ready level=CRIT host=host id=ID47 application=app"),
            sample(
                    "glog",
                    "I0301 12:00:00.000005 77 main.cc:12] ready\n",
                    "1 INSTANT 77 12:00:00.000005Z ready level=INFO logger=main.cc line=12"),
            sample(
                    "Android logcat",
                    "03-01 12:00:00.001  10  20 D Wm: ready\n",
                    "1 INSTANT 20 12:00:00.001Z ready level=DEBUG logger=Wm"),
            sample(
                    "web access log",
                    "1.2.3.4 - - [01/Mar/2026:12:00:00 +0100] \"GET /a/1 HTTP/1.1\" 200 17 \"-\" \"x\"\n",
                    "1 INSTANT 1.2.3.4 11:00:00Z GET key=/a/1 user=- protocol=HTTP/1.1 status=200 bytes=17"),
            sample(
                    "Apache error log",
                    "[Sun Mar 01 12:00:00 2026] [error] child failed\n",
                    "1 INSTANT apache.log? 12:00:00Z child failed level=error"),
            sample(
                    "strace",
                    "10 1702500123.000001 read(3,  <unfinished ...>\n10 1702500123.000003 <... read resumed>\"x\", 1) = 1\n",
                    "1-2 SPAN 10 20:42:03.000001Z+2 µs read result=1"),
            sample(
                    "TAI64N (daemontools)",
                    "@400000004332258338eae27c tcpserver: status: 5\n",
                    "1 INSTANT tcpserver 03:31:05.954917500Z status: #"),
            sample(
                    "docker compose",
                    "web-1  | 2026-03-01T12:00:00.000000001Z up\n",
                    "1 INSTANT web-1 12:00:00.000000001Z up"),
            sample(
                    "java.util.logging",
                    "Mar 01, 2026 1:00:00 PM a.b.Cache put\nINFO: stored\n",
                    "1 INSTANT a.b.Cache? 13:00:00Z stored level=INFO logger=a.b.Cache method=put"),
            sample(
                    "bunyan",
                    "{\"name\":\"app\",\"hostname\":\"h\",\"pid\":7,\"level\":30,\"msg\":\"put START: user:1\",\"time\":\"2026-03-01T12:00:00.001Z\",\"v\":0}\n",
                    "1 OPEN 7 12:00:00.001Z put key=user:1 level=INFO logger=app hostname=h v=0"),
            sample(
                    "JSON lines",
                    "{\"@timestamp\":\"2026-03-01T12:00:00.001Z\",\"thread\":\"w-1\",\"level\":\"INFO\",\"op\":\"put\",\"phase\":\"start\",\"key\":\"user:1\"}\n{\"@timestamp\":\"2026-03-01T12:00:00.002Z\",\"thread\":\"w-1\",\"level\":\"INFO\",\"op\":\"put\",\"phase\":\"end\",\"key\":\"user:1\",\"result\":\"O\\u004cD\"}\n",
                    "1-2 SPAN w-1 12:00:00.001Z+1 ms put key=user:1 level=INFO result=OLD"),
            sample(
                    "logfmt",
                    "time=2026-03-01T12:00:00.001Z level=info msg=\"sent 5\" thread=w dur_ms=2.5\n",
                    "1 SPAN w 11:59:59.998500Z+2.5 ms sent # level=info"),
            sample(
                    "Jepsen history",
                    "INFO  jepsen.util - 3\t:invoke\t:read\tnil\nINFO  jepsen.util - 3\t:ok\t:read\t4\n",
                    "1-2 SPAN 3 00:00:00.000001Z+1 µs read level=INFO value=4"),
            sample(
                    "TSViz (epoch nanos)",
                    "1702500123450000000 Entering l.0x1\nt4 {\"t4\":1}\n1702500123450000002 Exiting l.0x1\nt4 {\"t4\":2}\n",
                    "1-3 SPAN t4 20:42:03.450Z+2 ns l.0x1"));

    private static Sample sample(String format, String text, String... events) {
        return new Sample(format, text, List.of(events));
    }
}
