extension Prelude {
    /// Collections, live and fixed, and the lists of an element's classes and attributes.
    static let lists = #"""
        const listItems = new WeakMap(), keptLists = new WeakMap();
        const itemsOf = list => { const get = listItems.get(list); if (!get) throw new TypeError('Illegal invocation'); return get(); };
        const named = (items, name) => {
            if (name === '') return undefined;
            for (const item of items) {
                if (host.getAttribute(item, 'id') === name || host.getAttribute(item, 'name') === name) return item;
            }
            return undefined;
        };
        const isIndex = key => typeof key === 'string' && /^(0|[1-9][0-9]*)$/.test(key);
        const listHandler = {
            get(target, key, receiver) {
                if (isIndex(key)) return listItems.get(target)()[key];
                if (key in target || typeof key === 'symbol') return Reflect.get(target, key, receiver);
                return (target instanceof face('HTMLCollection') ? receiver.namedItem(key)
                    : target instanceof face('NamedNodeMap') ? receiver.getNamedItem(key) : undefined) ?? undefined;
            },
            has(target, key) {
                if (isIndex(key)) return Number(key) < listItems.get(target)().length;
                return key in target || (typeof key === 'string' && target instanceof face('HTMLCollection')
                    && named(listItems.get(target)(), key) !== undefined);
            },
            set(target, key, value, receiver) {
                if (isIndex(key)) return receiver.setIndexed?.(key, value) ?? false;
                return Reflect.set(target, key, value, receiver);
            },
            ownKeys(target) {
                return [...Array(listItems.get(target)().length).keys()].map(String).concat(Reflect.ownKeys(target));
            },
            getOwnPropertyDescriptor(target, key) {
                if (!isIndex(key)) return Reflect.getOwnPropertyDescriptor(target, key);
                const value = listItems.get(target)()[key];
                return value === undefined ? undefined : {value, writable: false, enumerable: true, configurable: true};
            },
        };
        // A list that follows the tree; it is computed again when the document has changed.
        const liveList = (kind, compute) => {
            const target = Object.create(face(kind).prototype);
            let version = -1, items = [];
            const get = () => {
                const now = host.version();
                if (now !== version) { items = compute(); version = host.version(); }
                return items;
            };
            const list = new Proxy(target, listHandler);
            listItems.set(target, get);
            listItems.set(list, get);
            return list;
        };
        const keptList = (node, key, kind, compute) =>
            own(own(keptLists, node, () => new Map()), key, () => liveList(kind, compute));
        const fixedList = (kind, items) => {
            const list = Object.create(face(kind).prototype);
            items.forEach((item, index) => { list[index] = item; });
            listItems.set(list, () => items);
            return list;
        };
        const listMembers = {
            get length() { return itemsOf(this).length; },
            item(index) { return itemsOf(this)[index >>> 0] ?? null; },
        };
        put(listMembers, Symbol.iterator, function () { return itemsOf(this)[Symbol.iterator](); });
        const listIteration = {
            forEach(callback, self) { itemsOf(this).forEach((item, index) => callback.call(self, item, index, this)); },
            keys() { return itemsOf(this).keys(); },
            values() { return itemsOf(this).values(); },
            entries() { return itemsOf(this).entries(); },
        };
        const listFace = (name, parent, ...members) => declare(name, () => {
            const made = parent ? class extends face(parent) {} : class { constructor() { illegal(); } };
            mix(made.prototype, ...members);
            return made;
        });
        listFace('NodeList', null, listMembers, listIteration);
        listFace('RadioNodeList', 'NodeList', {
            get value() { return itemsOf(this).find(item => item.type === 'radio' && item.checked)?.value ?? ''; },
            set value(value) { for (const item of itemsOf(this)) if (item.type === 'radio' && item.value === value) item.checked = true; },
        });
        listFace('HTMLCollection', null, listMembers, {
            namedItem(name) { return named(itemsOf(this), String(name)) ?? null; },
        });
        listFace('HTMLFormControlsCollection', 'HTMLCollection', {
            namedItem(name) {
                const found = itemsOf(this).filter(item => item.id === name || host.getAttribute(item, 'name') === name);
                return found.length > 1 ? fixedList('RadioNodeList', found) : found[0] ?? null;
            },
        });
        const radioGroup = (form, name) => form.elements?.namedItem(name) ?? document.getElementsByName(name);

        const split = value => [...new Set((value ?? '').split(/[\t\n\f\r ]+/).filter(Boolean))];
        const secret = Symbol('secret');
        declare('DOMTokenList', () => withInert('supports', () => true, class DOMTokenList {
            #element; #attribute;
            constructor(key, element, attribute) {
                if (key !== secret) illegal();
                this.#element = element;
                this.#attribute = attribute;
            }
            #list() { return split(host.getAttribute(this.#element, this.#attribute)); }
            #save(list) { setAttribute(this.#element, this.#attribute, list.join(' ')); }
            #check(token) {
                token = String(token);
                if (token === '') fail('SyntaxError', 'The token is empty.');
                if (/[\t\n\f\r ]/.test(token)) fail('InvalidCharacterError', 'The token contains white space.');
                return token;
            }
            get length() { return this.#list().length; }
            get value() { return host.getAttribute(this.#element, this.#attribute) ?? ''; }
            set value(value) { setAttribute(this.#element, this.#attribute, String(value)); }
            item(index) { return this.#list()[index] ?? null; }
            contains(token) { return this.#list().includes(String(token)); }
            add(...names) { this.#save([...new Set([...this.#list(), ...names.map(name => this.#check(name))])]); }
            remove(...names) {
                const removed = names.map(name => this.#check(name)), list = this.#list();
                const rest = list.filter(name => !removed.includes(name));
                if (rest.length !== list.length || list.length > 0) this.#save(rest);
            }
            toggle(token, force) {
                const has = this.contains(this.#check(token));
                if (has) { if (force === undefined || force === false) { this.remove(token); return false; } return true; }
                if (force === undefined || force === true) { this.add(token); return true; }
                return false;
            }
            replace(old, token) {
                const list = this.#list(), index = list.indexOf(this.#check(old));
                this.#check(token);
                if (index < 0) return false;
                list[index] = String(token);
                this.#save([...new Set(list)]);
                return true;
            }
            forEach(callback, self) { this.#list().forEach((item, index) => callback.call(self, item, index, this)); }
            keys() { return this.#list().keys(); }
            values() { return this.#list().values(); }
            entries() { return this.#list().entries(); }
            [Symbol.iterator]() { return this.#list()[Symbol.iterator](); }
            toString() { return this.value; }
        }));
        const tokenList = (element, attribute) => own(own(keptLists, element, () => new Map()), `k ${attribute}`,
            () => new (face('DOMTokenList'))(secret, element, attribute));
        const attributeState = new WeakMap();
        declare('Attr', () => withConstants({nodeType: 2, namespaceURI: null, prefix: null, specified: true}, class Attr {
            constructor() { illegal(); }
            get name() { return attributeState.get(this).name; }
            get nodeName() { return attributeState.get(this).name; }
            get localName() { return attributeState.get(this).name.split(':').pop(); }
            get ownerElement() { return attributeState.get(this).element; }
            get value() { const {element, name, value} = attributeState.get(this);
                return element ? host.getAttribute(element, name) ?? '' : value; }
            set value(value) { const state = attributeState.get(this);
                if (state.element) setAttribute(state.element, state.name, String(value)); else state.value = String(value); }
            get nodeValue() { return this.value; }
            set nodeValue(value) { this.value = value; }
            get textContent() { return this.value; }
            set textContent(value) { this.value = value; }
        }));
        const attributeNode = (element, name) => own(own(keptLists, element, () => new Map()), `a ${name}`, () => {
            const made = Object.create(face('Attr').prototype);
            attributeState.set(made, {element, name});
            return made;
        });
        const mapOwners = new WeakMap();
        listFace('NamedNodeMap', null, listMembers, {
            getNamedItem(name) { return itemsOf(this).find(item => item.name === ascii(name)) ?? null; },
            setNamedItem(item) { return mapOwners.get(this).setAttributeNode(item); },
            removeNamedItem(name) { const item = this.getNamedItem(name); removeAttribute(mapOwners.get(this), name); return item; },
        });
        """#
}
