import Foundation
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix
import NIOSSL

/// The server library that the sandbox stands on, over TLS, with a handler that does nothing: what a request costs at least.
///
///     empty-server CERTIFICATE.pem KEY.pem    # prints the port; ends when standard input closes
@main
struct EmptyServer {
    static func main() async throws {
        let files = CommandLine.arguments.dropFirst()
        guard files.count == 2, let certificate = files.first, let key = files.last else {
            FileHandle.standardError.write(Data("Usage: empty-server CERTIFICATE.pem KEY.pem\n".utf8))
            exit(64)
        }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        )
        tls.applicationProtocols = ["http/1.1"]
        let server = try HTTPServerBuilder.tls(.http1(), tlsConfiguration: tls).buildServer(
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: Logger(label: "empty", factory: { _ in SwiftLogNoOpLogHandler() }),
            responder: { _, writer, _ in
                let body = try await writer.writeHead(.init(status: .ok, headerFields: [.contentLength: "0"]))
                try await body.finish(nil)
            },
            onServerRunning: { channel in
                FileHandle.standardOutput.write(Data("\(channel.localAddress?.port ?? 0)\n".utf8))
            }
        )
        // A thread of its own: reading waits for as long as the server runs.
        Thread.detachNewThread {
            while let data = try? FileHandle.standardInput.read(upToCount: 1), !data.isEmpty {}
            exit(0)
        }
        try await server.run()
    }
}
