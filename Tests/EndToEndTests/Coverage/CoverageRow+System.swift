import Finesse
import FinesseTypes
import Testing

extension CoverageRow {
    /// Serviceability.
    static let systemRows = [
        CoverageRow(.systemInfo, "tells the deployment and that it is in service") { world in
            let info = try await world.client().systemInfo()
            #expect(info.deploymentType?.rawValue == "UCCE")
            #expect(info.status == "IN_SERVICE")
        }
    ]
}
