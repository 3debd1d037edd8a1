import FlagBitService
import FlagRules
import HTTPCore

extension FlagLines {
    /// The loaded flags for GrowthBook's clients, or why that cannot be.
    func growthBook() -> JSONObject {
        do throws(GrowthBookError) {
            return ["payload": try snapshot.growthBookPayload().json]
        } catch {
            let refusals = error.refusals.map { refusal -> JSONValue in
                [
                    "flag": .string(refusal.flag), "path": .string(refusal.path.description), "segment": JSONValue(refusal.segment),
                    "operator": JSONValue(refusal.operator), "message": .string(refusal.message),
                ]
            }
            return ["refusals": .array(refusals)]
        }
    }
}
