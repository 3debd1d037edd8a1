import Database
import Timekeeping
import HTTPCore
import HTTPTypes
import Hummingbird

/// How monitors stand, as pictures for pages of any kind. No key: whoever has a badge's address sees the monitor's name and status, and
/// learns nothing by which it could be changed.
struct BadgeRoutes: Sendable {
    let store: CronPingStore
    let now: @Sendable () -> Timestamp

    func add(to group: RouterGroup<ServiceContext>) {
        group.get("{key}.svg") { _, context in try picture(context) }
    }

    private func picture(_ context: ServiceContext) throws -> Response {
        let key = try context.parameter("key")
        let monitor = try store.database.read { try store.monitor(badgeKey: key, in: $0) }
        guard let monitor else { return Response.text(.notFound, "not found") }
        let badge = StatusBadge(name: monitor.definition.name, status: monitor.watch.status(at: now()))
        return Response.bytes(.ok, ByteBuffer(string: badge.svg), type: "image/svg+xml", headers: [.cacheControl: "no-cache"])
    }
}
