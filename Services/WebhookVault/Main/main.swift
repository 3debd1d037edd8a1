import ServiceKit
import WebhookVaultService

await ServiceMain<WebhookVault>.main()
