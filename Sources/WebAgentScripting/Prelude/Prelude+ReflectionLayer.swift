extension Prelude {
    /// Lists every interface and its members as lines of text, for the documentation of the bindings; no page gets it.
    ///
    /// A line is `interface`, its name and its parent, or `member`, its name, its kind and its mark, with tabs between.
    static let reflectionLayer = #"""
        const {G, face, factories, marks} = library;
        const named = owner => Reflect.ownKeys(owner).filter(key => typeof key === 'string' || key === Symbol.iterator);
        const kindOf = (name, {get, set, value}, isShared) => {
            if (name === Symbol.iterator) return 'iterable';
            if (get) return set ? (/^on[a-z]/i.test(name) ? 'handler' : 'attribute') : 'readonly';
            return typeof value === 'function' ? 'method' : isShared ? 'readonly' : 'constant';
        };
        const member = (owner, name, prefix = '', isShared = false) => {
            const found = Object.getOwnPropertyDescriptor(owner, name);
            const text = name === Symbol.iterator ? 'Symbol.iterator' : name;
            return ['member', prefix + text, kindOf(name, found, isShared), marks.get(found.get ?? found.value) ?? ''].join('\t');
        };
        return builtins => {
            const language = new Set(builtins.split(','));
            const globals = Object.getOwnPropertyNames(G).filter(name => !language.has(name) || factories.has(name));
            const isInterface = name => /^[A-Z]/.test(name) && typeof G[name] === 'function' && G[name].name === name
                && G[name].prototype?.constructor === G[name];
            const interfaces = [...new Set([...factories.keys(), ...globals.filter(isInterface)])].sort();
            const owners = new Map(interfaces.map(name => [G[name].prototype, name]));
            for (const name of language) if (typeof G[name] === 'function' && G[name].prototype) owners.set(G[name].prototype, name);
            const lines = [];
            for (const name of interfaces) {
                const made = G[name], members = [];
                let prototype = made.prototype;
                // A class between this interface and its parent that no script can name is a part of it.
                do {
                    for (const key of named(prototype)) if (key !== 'constructor') members.push(member(prototype, key));
                    prototype = Object.getPrototypeOf(prototype);
                } while (prototype && !owners.has(prototype));
                for (const key of named(made)) {
                    if (!['length', 'name', 'prototype', 'arguments', 'caller'].includes(key) && !Object.hasOwn(made.prototype, key))
                        members.push(member(made, key, 'static '));
                }
                if (name === 'Window') for (const key of globals) {
                    if (interfaces.includes(key)) continue;
                    // A global that is made when it is first used has its value only then.
                    const value = G[key];
                    members.push(/^[A-Z]/.test(key) ? `member\t${key}\t${typeof value === 'function' ? 'constructor' : 'readonly'}\t`
                        : member(G, key, '', true));
                }
                lines.push(`interface\t${name}\t${owners.get(prototype) ?? ''}`, ...new Set(members));
            }
            for (const name of ['console', 'CSS'])
                lines.push(`interface\t${name}\t`, ...named(G[name]).map(key => member(G[name], key)));
            return lines.join('\n');
        };
        """#
}
