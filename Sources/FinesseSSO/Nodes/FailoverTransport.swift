public import HTTPTransport

/// A transport that sends what is for one node of a system to the other one while the first cannot serve.
///
/// Only what means the same at every node is sent elsewhere: REST calls and refreshes, which carry what they need in themselves. A
/// state that is asked for twice is the same state. What a POST makes, such as a call, would be there twice: it goes elsewhere only
/// where the first node certainly has not done it. Pages and their cookies belong to one node:
/// ``SingleSignOn/signIn(_:credentials:agent:atAnyOf:)`` begins them anew.
public struct FailoverTransport: HTTPTransport {
    let base: any HTTPTransport
    private let nodes: SystemNodes

    /// Makes a transport.
    ///
    /// - Parameters:
    ///   - base: Carries the exchanges.
    ///   - nodes: The nodes of the system; what is for anybody else is carried as it is.
    public init(_ base: any HTTPTransport, nodes: SystemNodes) {
        self.base = base
        self.nodes = nodes
    }

    /// Performs one exchange with the node in use, or with another one where that has trouble.
    ///
    /// - Parameter request: What to send; its deadline holds for each node.
    /// - Returns: The response; where every node had trouble, the first one's.
    /// - Throws: `TransportError` when there is no response; where every node had trouble, the first one's.
    public func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        guard nodes.state.nodes.contains(request.origin), Self.isSameEverywhere(request) else {
            return try await base.perform(request)
        }
        do throws(Refused) {
            let isTrouble: (Refused) -> NodeTrouble? = Self.mayBeRepeated(request) ? \.trouble : \.troubleBeforeDone
            return try await nodes.perform(isTrouble: isTrouble) { (node) throws(Refused) in
                var request = request
                request.origin = node
                let response: HTTPResponse
                do throws(TransportError) {
                    response = try await base.perform(request)
                } catch {
                    throw .failed(error)
                }
                if let trouble = NodeTrouble(status: response.status, body: response.body) {
                    throw .answered(response, trouble)
                }
                return response
            }
        } catch {
            switch error {
            case .answered(let response, _): return response
            case .failed(let error): throw error
            }
        }
    }

    private enum Refused: Error {
        case answered(HTTPResponse, NodeTrouble)
        case failed(TransportError)

        var trouble: NodeTrouble? {
            switch self {
            case .answered(_, let trouble): trouble
            case .failed(let error): NodeTrouble(error)
            }
        }

        /// The trouble of a node that has not done what it was asked for: it got nothing, or has said so.
        var troubleBeforeDone: NodeTrouble? {
            switch self {
            case .answered(let response, let trouble): response.status == 503 || response.status == 403 ? trouble : nil
            case .failed(.nameNotResolved), .failed(.connectionRefused), .failed(.unreachable): trouble
            case .failed: nil
            }
        }
    }

    /// A refresh may: a renewed pair that nobody has heard of is lost in any case.
    private static func mayBeRepeated(_ request: HTTPRequest) -> Bool {
        request.method != "POST" || request.target.hasPrefix("/desktop/sso/token?")
    }

    private static func isSameEverywhere(_ request: HTTPRequest) -> Bool {
        if request.method == "POST", request.target.hasPrefix("/desktop/sso/token?") { return true }
        // It says of the node itself whether it serves: whoever asks wants to know just that.
        if request.target == "/finesse/api/SystemInfo" { return false }
        return request.target.hasPrefix("/finesse/api/")
    }
}
