/// The names that stand for a whole expression (crontab(5), "special strings").
enum ScheduleMacro: String, CaseIterable {
    case yearly = "@yearly"
    case annually = "@annually"
    case monthly = "@monthly"
    case weekly = "@weekly"
    case daily = "@daily"
    case midnight = "@midnight"
    case hourly = "@hourly"
    case reboot = "@reboot"

    /// The five fields it stands for, in cron's own numbering of days and months; nil for `@reboot`, which names no time.
    var expansion: String? {
        switch self {
        case .yearly, .annually: "0 0 1 1 *"
        case .monthly: "0 0 1 * *"
        case .weekly: "0 0 * * 0"
        case .daily, .midnight: "0 0 * * *"
        case .hourly: "0 * * * *"
        case .reboot: nil
        }
    }
}
