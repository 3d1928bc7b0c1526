import FinesseSSO
import FinesseSSOWebAgent
import HTTPTransport
import WebAgent

/// Makes the one who walks through the pages: today the light user agent.
enum SignInAgentFactory {
    /// An agent for one user at one server; its jar is nobody else's.
    ///
    /// - Parameters:
    ///   - transport: carries its requests.
    ///   - options: where a password may go, and how long it may take.
    /// - Returns: the agent, without cookies.
    static func agent(over transport: any HTTPTransport, options: SignInOptions) -> WebAgent {
        var configuration = WebAgentConfiguration(for: options)
        configuration.publicParameterNames = PublicNames.parameters
        return WebAgent(transport: transport, pageHosts: InProcessPageHosts(), configuration: configuration)
    }
}
