import Accounts
import HTTPCore
import Hummingbird

extension ServiceRouter {
    /// What every product explains of itself: its errors, and its routes for programs and for people.
    func addPages<P: Product>(of product: P.Type, _ configuration: ServiceConfiguration) {
        addErrorPages(ProblemCode.shared + P.errors, product: P.title)
        addDescription(P.api(at: configuration.baseURL))
    }

    /// What every product has for accounts: sign-up, the account itself, its usage and its keys.
    func addAccounts<P: Product>(of product: P, _ environment: ServiceEnvironment) {
        let accounts = environment.accounts
        addSignUp(to: accounts, limiter: environment.limiter, provision: product.provision)
        AccountRoutes(accounts).add(to: group("/api/v1").add(middleware: environment.requireKey))
        let administration = group("/api/v1").add(middleware: environment.requireKey(.admin))
        KeyRoutes(accounts, baseURL: environment.configuration.baseURL).add(to: administration.group("keys"))
        ExportRoutes(accounts, product: P.name, sections: product.exports).add(to: administration)
        ErasureRoutes(accounts, erase: product.erase, forget: product.forget).add(to: administration)
    }
}
