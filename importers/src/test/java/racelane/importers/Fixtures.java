package racelane.importers;

/** One small, sound file of each text format, out of order on purpose where a format allows it. */
final class Fixtures {
    static final String CHROME = """
            {"displayTimeUnit":"ms","traceEvents":[
            {"ph":"X","cat":"cache","name":"updateCache","pid":1,"tid":7,"ts":1702500123450000,"dur":71.25,"args":{"key":"user:123","hit":true}},
            {"ph":"B","name":"getCache","pid":1,"tid":"http-2","ts":1702500123450010.5,"args":{"key":"user:123"}},
            {"ph":"i","s":"t","name":"read","pid":1,"tid":7,"ts":1702500123449999},
            {"ph":"E","pid":1,"tid":"http-2","ts":1702500123450020.75,"args":{"result":"OLD"}},
            {"ph":"b","cat":"db","id":"0x1","name":"query","pid":1,"tid":7,"ts":1702500123450005},
            {"ph":"e","cat":"db","id":"0x1","name":"query","pid":1,"tid":7,"ts":1702500123450009},
            {"ph":"C","name":"queue","pid":1,"ts":1702500123450030,"args":{"depth":3}},
            {"ph":"s","id":5,"cat":"flow","name":"handoff","pid":1,"tid":7,"ts":1702500123450031},
            {"ph":"M","pid":1,"tid":7,"name":"thread_name","args":{"name":"http-1"}}
            ]}
            """;

    static final String OTLP = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[
            {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"1","name":"order","startTimeUnixNano":"1544712660000000001","endTimeUnixNano":"1544712661000000000",
             "attributes":[{"key":"thread.name","value":{"stringValue":"http-1"}},{"key":"key","value":{"stringValue":"user:123"}}],
             "events":[{"timeUnixNano":"1544712660500000000","name":"retry"}]},
            {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"2","name":"pay","startTimeUnixNano":1544712660000000000,"endTimeUnixNano":1544712660300000000},
            {"traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"3","name":"ship","startTimeUnixNano":"1544712659000000000","endTimeUnixNano":"1544712660300000000"}
            ]}]}]}
            """;

    static final String LOG = """
            [1702500123450] [http-1] updateCache START: user:123
            [1702500123460] [http-2] getCache: user:123 [OLD]
            [1702500123470] [http-1] invalidateCache: user:123
            [1702500123480] [http-1] updateCache COMPLETE: user:123
            """;

    private Fixtures() {}
}
