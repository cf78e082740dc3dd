package racelane.app.cli;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The rules of the SARIF 2.1.0 schema for every object that Racelane writes: which properties an object may have (no others are allowed),
 * which it must have, their types, choices and ranges. Written down from sections 3.13 to 3.38 of the standard.
 */
final class SarifRules {
    /** Property, {@code !} when required, then its type: a scalar, an object's name, {@code []} for a list of it. */
    private static final String RULES = """
            log: $schema uri, version! =2.1.0, runs! run[], properties bag
            run: tool! tool, invocations invocation[], artifacts artifact[], results result[], columnKind =utf16CodeUnits|unicodeCodePoints, properties bag
            tool: driver! driver, properties bag
            driver: name! text, semanticVersion text, version text, informationUri uri, rules rule[], properties bag
            rule: id! text, name text, shortDescription message, fullDescription message, helpUri uri, defaultConfiguration configuration, properties bag
            configuration: enabled flag, level =none|note|warning|error, rank rank, properties bag
            invocation: executionSuccessful! flag, exitCode whole, properties bag
            artifact: location uriHolder, hashes texts, properties bag
            uriHolder: uri uri, uriBaseId text, index index, properties bag
            result: ruleId text, ruleIndex index, kind =pass|open|informational|notApplicable|review|fail, level =none|note|warning|error, message! message, locations location[], codeFlows codeFlow[], relatedLocations location[], partialFingerprints texts, suppressions suppression[], rank rank, properties bag
            message: text text, markdown text, id text, arguments text[], properties bag
            location: id index, physicalLocation physical, message message, properties bag
            physical: artifactLocation uriHolder, region region, properties bag
            region: startLine positive, startColumn positive, endLine positive, endColumn positive, properties bag
            codeFlow: message message, threadFlows! threadFlow[], properties bag
            threadFlow: id text, message message, locations! step[], properties bag
            step: index index, location location, executionOrder index, executionTimeUtc time, importance =important|essential|unimportant, properties bag
            suppression: guid text, kind! =inSource|external, status =accepted|underReview|rejected, justification text, properties bag
            """;

    private final Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private SarifRules() {
        RULES.lines().forEach(line -> {
            Map<String, String> properties = new LinkedHashMap<>();
            for (String property : line.substring(line.indexOf(':') + 1).split(",")) {
                String[] words = property.strip().split(" ", 2);
                properties.put(words[0], words[1]);
            }
            objects.put(line.substring(0, line.indexOf(':')), properties);
        });
    }

    /** Returns what is wrong with a SARIF log; empty when nothing is. */
    static List<String> faults(JsonNode log) {
        SarifRules rules = new SarifRules();
        rules.object("$", log, "log");
        for (JsonNode run : log.path("runs")) {
            rules.indices(run);
        }
        return rules.faults;
    }

    private void object(String path, JsonNode node, String name) {
        Map<String, String> properties = objects.getOrDefault(name, Map.of());
        if (!node.isObject()) {
            faults.add(path + " is no object");
            return;
        }
        node.properties().forEach(entry -> {
            String type = properties.getOrDefault(entry.getKey(), properties.get(entry.getKey() + "!"));
            if (type == null) {
                faults.add(path + "." + entry.getKey() + " is not allowed");
            } else {
                value(path + "." + entry.getKey(), entry.getValue(), type);
            }
        });
        properties.keySet().stream()
                .filter(property -> property.endsWith("!") && !node.has(property.substring(0, property.length() - 1)))
                .forEach(property -> faults.add(path + " lacks " + property));
        if (name.equals("message") && !node.has("text") && !node.has("id")) {
            faults.add(path + " has neither text nor id");
        }
    }

    private void value(String path, JsonNode node, String type) {
        if (type.endsWith("[]")) {
            if (!node.isArray()) {
                faults.add(path + " is no array");
            }
            int at = 0;
            for (JsonNode item : node) {
                value(path + "[" + at++ + "]", item, type.substring(0, type.length() - 2));
            }
        } else if (objects.containsKey(type)) {
            object(path, node, type);
        } else if (!scalar(node, type)) {
            faults.add(path + " is no " + type + ": " + node);
        }
    }

    private static boolean scalar(JsonNode node, String type) {
        return switch (type) {
            case "text" -> node.isString();
            case "flag" -> node.isBoolean();
            case "whole" -> node.isInt();
            case "index" -> node.isInt() && node.asInt() >= -1;
            case "positive" -> node.isInt() && node.asInt() >= 1;
            case "rank" -> node.isNumber() && node.asDouble() >= 0 && node.asDouble() <= 100;
            case "uri" ->
                node.isString() && !URI.create(node.asString()).toString().isEmpty();
            case "time" -> node.isString() && Instant.parse(node.asString()).isAfter(Instant.MIN);
            case "bag" -> node.isObject();
            case "texts" ->
                node.isObject()
                        && node.properties().stream()
                                .allMatch(entry -> entry.getValue().isString());
            default ->
                node.isString() && List.of(type.substring(1).split("\\|")).contains(node.asString());
        };
    }

    /** A rule's index names the rule of its id. */
    private void indices(JsonNode run) {
        JsonNode rules = run.path("tool").path("driver").path("rules");
        for (JsonNode result : run.path("results")) {
            String byIndex =
                    rules.path(result.path("ruleIndex").asInt(-1)).path("id").asString("");
            if (!byIndex.equals(result.path("ruleId").asString(""))) {
                faults.add("ruleIndex of " + result.path("ruleId") + " names " + byIndex);
            }
        }
    }
}
