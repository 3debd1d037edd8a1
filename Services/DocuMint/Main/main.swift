import DocuMintService
import ServiceKit

await ServiceMain<DocuMint>.main()
