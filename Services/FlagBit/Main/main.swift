import FlagBitService
import ServiceKit

await ServiceMain<FlagBit>.main()
