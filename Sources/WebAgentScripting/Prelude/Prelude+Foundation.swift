extension Prelude {
    /// The tools that every family uses: lazy interfaces, mixins, state, faults.
    static let foundation = #"""
        const G = globalThis;
        const {defineProperty, defineProperties, getOwnPropertyDescriptors, setPrototypeOf, getPrototypeOf} = Object;
        // A page may put members on `Object.prototype` before a family is read: own keys alone count, never `for … in`.
        const factories = new Map(), families = [], interfaces = new Map(), globals = new Map(), tables = [], memberGroups = [];

        // Defines a value as the platform does: writable, configurable, not enumerable.
        const put = (target, name, value, enumerable = false) =>
            defineProperty(target, name, {value, writable: true, configurable: true, enumerable});
        // Defines a getter, with a setter or without.
        const accessor = (target, name, get, set) =>
            defineProperty(target, name, {get, set, configurable: true, enumerable: true});
        // Copies what an object defines, getters as getters.
        const mix = (target, ...sources) => {
            for (const source of sources) defineProperties(target, getOwnPropertyDescriptors(source));
        };
        // Members that answer the same for ever, and methods that do nothing, are declared as what they are: the documentation
        // is made from these marks.
        const marks = new WeakMap();
        // Getters of constant values; a function stands for what it returns. Setting does what `set` does, or nothing is set.
        const constants = (target, values, set) => {
            for (const name of Object.keys(values)) {
                const value = values[name], get = typeof value === 'function' ? () => value() : () => value;
                marks.set(get, 'fixed');
                accessor(target, name, get, set);
            }
            return target;
        };
        const ignored = () => {};
        const withConstants = (values, made) => (constants(made.prototype, values), made);
        const withInert = (names, answer, made) => (inert(made.prototype, names, answer), made);
        // Methods that do nothing and answer the same for ever.
        const inert = (target, names, answer = ignored, enumerable = true) => {
            for (const name of names.split(',')) {
                const method = {[name]() { return answer(); }}[name];
                marks.set(method, 'inert');
                put(target, name, method, enumerable);
            }
            return target;
        };
        const once = make => { let value; return () => value ??= make(); };

        // Globals, and members of nodes that few pages use, are made when a script first names them: the engine learns the names from
        // `lazyNames`, once for all pages, and calls `makeLazy` with one of them.
        const onDemand = (name, define, enumerable = true) => { globals.set(name, {define, enumerable}); };
        const lazyGlobal = (name, make, enumerable = false) => onDemand(name, () => put(G, name, make(), enumerable), enumerable);
        // Many at once: what `make` gives, by name; or `makeOne` of the names that it gives.
        const lazyTable = (make, makeOne = name => make()[name]) => { tables.push({values: once(make), makeOne}); };
        // Members of the nodes that have this prototype: `define` puts one of `names`, a list or set, or all of them, there.
        const lazyMembers = (prototype, names, define) => {
            const group = {prototype, names: once(() => new Set(names())), define, made: new Set()};
            memberGroups.push(group);
            for (const name of madeMembers) makeMember(group, name);
        };
        const madeMembers = new Set();
        const makeMember = (group, name) => {
            if (!group.names().has(name) || group.made.has(name)) return;
            for (const made of group.define(name) ?? [name]) group.made.add(made);
        };
        const makeMembers = name => {
            madeMembers.add(name);
            for (const group of memberGroups) makeMember(group, name);
        };
        const makeAllMembers = () => { for (const group of memberGroups) for (const name of group.names()) makeMembers(name); };
        // Fixed members, each declared when it is used; `values` gives them.
        const constantsLater = (prototype, values, set) => lazyMembers(prototype, () => Object.keys(values()), name => {
            constants(prototype, {[name]: values()[name]}, set);
        });
        const inertLater = (prototype, names, answer) =>
            lazyMembers(prototype, () => names.split(','), name => { inert(prototype, name, answer); });
        // Copies, as `mix` does, but each source only when one of its members is used; `sources` gives functions that give them.
        const mixLater = (prototype, ...sources) => {
            for (const source of sources) lazyMembers(prototype, () => Object.keys(source()), () => {
                mix(prototype, source());
                return Object.keys(source());
            });
        };
        // Asked for the names that nobody else on some interfaces knows.
        let endOfOthers = Object.prototype;
        // The interface with this name; made when it is first used.
        const face = name => {
            let made = interfaces.get(name);
            if (made === undefined) {
                const make = factories.get(name) ?? families.reduce((found, family) => found ?? family.find(name), undefined);
                if (!make) return undefined;
                made = make();
                defineProperty(made, 'name', {value: name, configurable: true});
                defineProperty(made.prototype, Symbol.toStringTag, {value: name, configurable: true});
                if (name === 'Navigator' || name === 'Screen') setPrototypeOf(made.prototype, endOfOthers);
                interfaces.set(name, made);
            }
            return made;
        };
        const declare = (name, make) => { factories.set(name, make); };
        // Interfaces that are told apart by what a table says of each; `parts` gives the table, `makeOne` an interface.
        const declareAll = (matches, parts, makeOne) => {
            const table = once(parts);
            families.push({
                names: () => Object.keys(table()),
                find: name => matches(name) && Object.hasOwn(table(), name) ? () => makeOne(name, table()[name]) : undefined,
            });
        };
        const makeLazy = (name, isGlobal, isGone = false) => {
            if (isGone) { put(G, name, undefined); return; }
            if (!isGlobal) { makeMembers(name); return; }
            const known = globals.get(name);
            if (known) { known.define(); return; }
            const made = face(name);
            if (made) {
                // Whoever has the interface may look at its prototype, and not only at a node.
                if (made === Node || made.prototype instanceof Node) makeAllMembers();
                put(G, name, made);
                return;
            }
            for (const {values, makeOne} of tables) if (Object.hasOwn(values(), name)) {
                put(G, name, makeOne(name), /^[a-z]/.test(name));
                return;
            }
            makeMembers(name);
        };
        const lazyNames = () => {
            const names = tables.flatMap(({values}) => Object.keys(values())), shown = names.filter(name => /^[a-z]/.test(name));
            const hidden = [...factories.keys(), ...families.flatMap(family => family.names()), ...names.filter(name => /^[A-Z]/.test(name))];
            for (const [name, {enumerable}] of globals) (enumerable ? shown : hidden).push(name);
            const members = new Set(['constructor']);
            // The handlers of the window are also those of a body, whose interface nobody has used here.
            for (const {prototype, names} of memberGroups) for (const name of names()) {
                if (prototype === G) shown.push(name);
                if (prototype !== G || name.startsWith('on')) members.add(name);
            }
            return [shown, hidden, [...members]].join('\n');
        };
        const own = (map, key, make) => {
            let value = map.get(key);
            if (value === undefined) map.set(key, value = make());
            return value;
        };
        const illegal = () => { throw new TypeError('Illegal constructor'); };
        const text = value => String(value);
        const emptyIfNull = value => value === null ? '' : String(value);
        const ascii = value => String(value).replace(/[A-Z]+/g, part => part.toLowerCase());
        const fail = (name, message) => { throw new (face('DOMException'))(message, name); };
        // Whether native state tells an object of the platform from a look-alike.
        const isNode = value => value instanceof Node;

        const faultCodes = {INDEX_SIZE_ERR: 1, HIERARCHY_REQUEST_ERR: 3, WRONG_DOCUMENT_ERR: 4, INVALID_CHARACTER_ERR: 5,
            NO_MODIFICATION_ALLOWED_ERR: 7, NOT_FOUND_ERR: 8, NOT_SUPPORTED_ERR: 9, INUSE_ATTRIBUTE_ERR: 10, INVALID_STATE_ERR: 11,
            SYNTAX_ERR: 12, INVALID_MODIFICATION_ERR: 13, NAMESPACE_ERR: 14, INVALID_ACCESS_ERR: 15, SECURITY_ERR: 18,
            NETWORK_ERR: 19, ABORT_ERR: 20, URL_MISMATCH_ERR: 21, QUOTA_EXCEEDED_ERR: 22, TIMEOUT_ERR: 23,
            INVALID_NODE_TYPE_ERR: 24, DATA_CLONE_ERR: 25};
        declare('DOMException', () => {
        class DOMException extends Error {
            #name;
            constructor(message = '', name = 'Error') { super(message); this.#name = String(name); }
            get name() { return this.#name; }
            get code() { return faultCodes[this.#name.replace(/[A-Z]/g, '_$&').slice(1).toUpperCase()
                .replace('_ERROR', '_ERR')] ?? 0; }
        }
        for (const name of Object.keys(faultCodes)) {
            put(DOMException, name, faultCodes[name], true);
            put(DOMException.prototype, name, faultCodes[name], true);
        }
        return DOMException;
        });
        const makeException = (name, message) =>
            name === 'TypeError' ? new TypeError(message) : new (face('DOMException'))(message, name);

        // Tells the page and the parent of an error that nobody caught.
        const report = error => {
            const isObject = error !== null && typeof error === 'object';
            const name = isObject && error.name !== undefined ? error.name : '';
            const message = isObject && error.message !== undefined
                ? (error.message === '' ? String(name || 'Error') : `${name || 'Error'}: ${error.message}`) : String(error);
            tellError(message, String(isObject && error.sourceURL || ''), Number(isObject && error.line) || 0, error);
        };
        const tellError = (message, source, line, error) => {
            host.reportError(message, source, line);
            const event = fresh('ErrorEvent', 'error', {message, filename: source, lineno: line, error, cancelable: true});
            dispatch(event, G);
        };
        """#
}
