import CronPingService
import ServiceKit

await ServiceMain<CronPing>.main()
