package racelane.app.cli;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The rules of the SARIF 2.1.0 schema for every object that Racelane writes: which properties an object may have (no others are allowed),
 * which it must have and of which it must have one, their types, choices, ranges, formats and patterns, and which lists must not be empty
 * or hold a thing twice. Beside the schema the rules of the standard (sections 3.13 to 3.38) for what refers to something else.
 */
final class SarifRules {
    private static final String DATE_TIME =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})";
    private static final String GUID =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}";
    private static final String SEMANTIC_VERSION = "[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?";

    /**
     * Property, {@code !} when required, {@code ?} when one of those so marked is, then its type: a scalar, an object's name,
     * {@code []} for a list of it, {@code [1]} for one that is not empty, {@code [u]} for one that holds nothing twice.
     */
    private static final String RULES = """
            log: $schema uri, version! =2.1.0, runs! run[], inlineExternalProperties other[u], properties bag
            run: tool! tool, invocations invocation[], conversion other, language language, versionControlProvenance other[u], originalUriBaseIds other, artifacts artifact[u], logicalLocations other[u], graphs other[u], results result[], automationDetails other, runAggregates other[u], baselineGuid guid, redactionTokens text[u], defaultEncoding text, defaultSourceLanguage text, newlineSequences text[u], columnKind =utf16CodeUnits|unicodeCodePoints, externalPropertyFileReferences other, threadFlowLocations step[u], taxonomies other[u], addresses other[], translations other[u], policies other[u], webRequests other[u], webResponses other[u], specialLocations other, properties bag
            tool: driver! driver, extensions driver[u], properties bag
            driver: guid guid, name! text, organization text, product text, productSuite text, shortDescription multi, fullDescription multi, fullName text, version text, semanticVersion semver, dottedQuadFileVersion quad, releaseDateUtc text, downloadUri uri, informationUri uri, globalMessageStrings other, notifications rule[u], rules rule[u], taxa rule[u], locations uriHolder[], language language, contents text[u], isComprehensive flag, minimumRequiredLocalizedDataSemanticVersion text, associatedComponent other, translationMetadata other, supportedTaxonomies other[u], properties bag
            rule: id! text, deprecatedIds text[u], guid guid, deprecatedGuids guid[u], name text, deprecatedNames text[u], shortDescription multi, fullDescription multi, messageStrings other, defaultConfiguration configuration, helpUri uri, help multi, relationships other[u], properties bag
            multi: text! text, markdown text, properties bag
            configuration: enabled flag, level =none|note|warning|error, rank rank, parameters bag, properties bag
            invocation: commandLine text, arguments text[], responseFiles uriHolder[u], startTimeUtc time, endTimeUtc time, exitCode whole, ruleConfigurationOverrides other[u], notificationConfigurationOverrides other[u], toolExecutionNotifications other[], toolConfigurationNotifications other[], exitCodeDescription text, exitSignalName text, exitSignalNumber whole, processStartFailureMessage text, executionSuccessful! flag, machine text, account text, processId whole, executableLocation uriHolder, workingDirectory uriHolder, environmentVariables texts, stdin uriHolder, stdout uriHolder, stderr uriHolder, stdoutStderr uriHolder, properties bag
            artifact: description message, location uriHolder, parentIndex index, offset positive, length index, roles other[u], mimeType mime, contents other, encoding text, sourceLanguage text, hashes texts, lastModifiedTimeUtc time, properties bag
            uriHolder: uri reference, uriBaseId text, index index, description message, properties bag
            result: ruleId text, ruleIndex index, rule other, kind =notApplicable|pass|fail|review|open|informational, level =none|note|warning|error, message! message, analysisTarget uriHolder, locations location[], guid guid, correlationGuid guid, occurrenceCount positive, partialFingerprints texts, fingerprints texts, stacks other[u], codeFlows codeFlow[], graphs other[u], graphTraversals other[u], relatedLocations location[u], suppressions suppression[u], baselineState =new|unchanged|updated|absent, rank rank, attachments other[u], hostedViewerUri uri, workItemUris uri[u], provenance other, fixes other[u], taxa other[u], webRequest other, webResponse other, properties bag
            message: text? text, markdown text, id? text, arguments text[], properties bag
            location: id index, physicalLocation physical, logicalLocations other[u], message message, annotations region[u], relationships other[u], properties bag
            physical: address? other, artifactLocation? uriHolder, region region, contextRegion region, properties bag
            region: startLine positive, startColumn positive, endLine positive, endColumn positive, charOffset index, charLength index0, byteOffset index, byteLength index0, snippet other, message message, sourceLanguage text, properties bag
            codeFlow: message message, threadFlows! threadFlow[1], properties bag
            threadFlow: id text, message message, initialState other, immutableState other, locations! step[1], properties bag
            step: index index, location location, stack other, kinds text[u], taxa other[u], module text, state other, nestingLevel index0, executionOrder index, executionTimeUtc time, importance =important|essential|unimportant, webRequest other, webResponse other, properties bag
            suppression: guid guid, kind! =inSource|external, status =accepted|underReview|rejected, justification text, location location, properties bag
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
            String type = properties.getOrDefault(
                    entry.getKey(),
                    properties.getOrDefault(entry.getKey() + "!", properties.get(entry.getKey() + "?")));
            if (type == null) {
                faults.add(path + "." + entry.getKey() + " is not allowed");
            } else {
                value(path + "." + entry.getKey(), entry.getValue(), type);
            }
        });
        properties.keySet().stream()
                .filter(property -> property.endsWith("!") && !node.has(property.substring(0, property.length() - 1)))
                .forEach(property -> faults.add(path + " lacks " + property));
        List<String> choice = properties.keySet().stream()
                .filter(property -> property.endsWith("?"))
                .map(property -> property.substring(0, property.length() - 1))
                .toList();
        if (!choice.isEmpty() && choice.stream().noneMatch(node::has)) {
            faults.add(path + " has none of " + choice);
        }
    }

    private void value(String path, JsonNode node, String type) {
        int bracket = type.indexOf('[');
        if (bracket > 0) {
            list(path, node, type.substring(0, bracket), type.substring(bracket));
        } else if (objects.containsKey(type)) {
            object(path, node, type);
        } else if (!scalar(node, type)) {
            faults.add(path + " is no " + type + ": " + node);
        }
    }

    /** RFC 3986 knows the letters of ASCII alone, which java.net.URI does not insist on. */
    private static boolean reference(JsonNode node) {
        String text = node.isString() ? node.asString() : "";
        return !text.isEmpty()
                && text.chars().allMatch(c -> c < 0x80)
                && URI.create(text).toString().equals(text);
    }

    private void list(String path, JsonNode node, String type, String rule) {
        if (!node.isArray()) {
            faults.add(path + " is no array");
        }
        if (rule.equals("[1]") && node.isEmpty()) {
            faults.add(path + " is empty");
        }
        Set<JsonNode> met = new HashSet<>();
        int at = 0;
        for (JsonNode item : node) {
            if (rule.equals("[u]") && !met.add(item)) {
                faults.add(path + "[" + at + "] is there twice");
            }
            value(path + "[" + at++ + "]", item, type);
        }
    }

    private static boolean scalar(JsonNode node, String type) {
        return switch (type) {
            case "text" -> node.isString();
            case "flag" -> node.isBoolean();
            case "whole" -> node.isInt();
            case "index" -> node.isInt() && node.asInt() >= -1;
            case "index0" -> node.isInt() && node.asInt() >= 0;
            case "positive" -> node.isInt() && node.asInt() >= 1;
            case "rank" -> node.isNumber() && node.asDouble() >= -1 && node.asDouble() <= 100;
            case "uri" -> reference(node) && URI.create(node.asString()).isAbsolute();
            case "reference" -> reference(node);
            case "time" ->
                matches(node, DATE_TIME) && Instant.parse(node.asString()).isAfter(Instant.MIN);
            case "guid" -> matches(node, GUID);
            case "semver" -> matches(node, SEMANTIC_VERSION);
            case "quad" -> matches(node, "[0-9]+(\\.[0-9]+){3}");
            case "language" -> matches(node, "[a-zA-Z]{2}|[a-zA-Z]{2}-[a-zA-Z]{2}]?");
            case "mime" -> matches(node, "[^/]+/.+");
            case "bag" -> node.isObject() && bag(node);
            case "texts" ->
                node.isObject()
                        && node.properties().stream()
                                .allMatch(entry -> entry.getValue().isString());
            case "other" -> false; // Racelane writes none of these, so that what they may hold is not written down here
            default ->
                node.isString() && List.of(type.substring(1).split("\\|")).contains(node.asString());
        };
    }

    private static boolean matches(JsonNode node, String regex) {
        return node.isString() && node.asString().matches(regex);
    }

    /** A property bag may hold anything, but its tags are texts, none twice. */
    private static boolean bag(JsonNode node) {
        Set<JsonNode> tags = new HashSet<>();
        for (JsonNode tag : node.path("tags")) {
            if (!tag.isString() || !tags.add(tag)) {
                return false;
            }
        }
        return true;
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
            flows(result);
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : rules) {
            if (!ids.add(rule.path("id").asString(""))) {
                faults.add("two rules " + rule.path("id"));
            }
        }
    }

    /** Steps of one flow stand in the order in which they were executed, and no two of a code flow at the same place of it. */
    private void flows(JsonNode result) {
        for (JsonNode flow : result.path("codeFlows")) {
            Set<Integer> places = new HashSet<>();
            for (JsonNode thread : flow.path("threadFlows")) {
                int last = -1;
                for (JsonNode step : thread.path("locations")) {
                    int place = step.path("executionOrder").asInt(-1);
                    if (place <= last || !places.add(place)) {
                        faults.add("executionOrder " + place + " of " + result.path("ruleId") + " is out of order");
                    }
                    last = place;
                }
            }
        }
    }
}
