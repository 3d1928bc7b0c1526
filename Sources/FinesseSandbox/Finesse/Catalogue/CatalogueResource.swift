/// The five calls that every kind of configuration object has: get, list, create, update, delete.
///
/// Source: Finesse REST guide, "Cisco Finesse Configuration APIs": 200 with an empty body after a change, and `Location`
/// after a creation.
struct CatalogueResource<Record: CatalogueRecord>: Sendable {
    /// The object's name, in addresses and as an element.
    var name: String
    /// The calls' numbers: get, list, create, update, delete.
    var apis: [String]
    var table: any WritableKeyPath<WorldState, CatalogueTable<Record>> & Sendable
    var catalogue: @Sendable (isolated SandboxWorld) -> Catalogue<Record>
    var created: @Sendable (ObjectBody, isolated SandboxWorld) throws(ApiError) -> Record
    var changed: @Sendable (Record, ObjectBody, isolated SandboxWorld) throws(ApiError) -> Record
    /// Why a record cannot be deleted, if so.
    var obstacle: @Sendable (Record, isolated SandboxWorld) -> ApiError? = { _, _ in nil }
    var document: @Sendable (Record, isolated SandboxWorld) -> FinesseXML

    /// The calls; those of a list that needs more than this are left out by name.
    func routes(without omitted: Set<String> = []) -> [RESTRoute] {
        let one = "\(name)/{id}"
        let all: [RESTRoute] = [
            .serving(apis[0], "GET", one) { call throws(ApiError) in .document(try await call.world.show(self, call)) },
            .serving(apis[1], "GET", "\(name)s") { call throws(ApiError) in .document(await call.world.list(self)) },
            .serving(apis[2], "POST", name) { call throws(ApiError) in
                .created("/finesse/api/\(name)/\(try await call.world.create(self, try call.object(named: name)).id)")
            },
            .serving(apis[3], "PUT", one) { call throws(ApiError) in
                try await call.world.change(self, call, try call.object(named: name))
                return .done
            },
            .serving(apis[4], "DELETE", one) { call throws(ApiError) in
                try await call.world.delete(self, call)
                return .done
            },
        ]
        return all.filter { !omitted.contains($0.api) }
    }
}

extension SandboxWorld {
    fileprivate func record<Record>(
        _ resource: CatalogueResource<Record>,
        _ call: RESTCall
    ) throws(ApiError) -> Record {
        let id = try call.number("id", of: resource.name)
        guard let record = resource.catalogue(self)[id] else { throw .objectNotFound(resource.name, String(id)) }
        return record
    }

    fileprivate func show<Record>(
        _ resource: CatalogueResource<Record>,
        _ call: RESTCall
    ) throws(ApiError) -> FinesseXML {
        resource.document(try record(resource, call), self)
    }

    fileprivate func list<Record>(_ resource: CatalogueResource<Record>) -> FinesseXML {
        let records = resource.catalogue(self).records
        return FinesseXML("\(resource.name)s", children: records.map { resource.document($0, self) })
    }

    fileprivate func create<Record>(
        _ resource: CatalogueResource<Record>,
        _ body: ObjectBody
    ) throws(ApiError) -> Record {
        let record = try resource.created(body, self)
        state[keyPath: resource.table].keep(record, now: clock.now)
        return record
    }

    fileprivate func change<Record>(
        _ resource: CatalogueResource<Record>,
        _ call: RESTCall,
        _ body: ObjectBody
    ) throws(ApiError) {
        let changed = try resource.changed(try record(resource, call), body, self)
        state[keyPath: resource.table].keep(changed, now: clock.now)
    }

    fileprivate func delete<Record>(_ resource: CatalogueResource<Record>, _ call: RESTCall) throws(ApiError) {
        let record = try record(resource, call)
        if let obstacle = resource.obstacle(record, self) { throw obstacle }
        state[keyPath: resource.table].delete(record.id, now: clock.now)
    }
}
