extension Prelude {
    /// `URL` and `URLSearchParams`, over the parser that the agent itself uses.
    static let addressLayer = #"""
        const {accessor, addressParts, inert} = library;
        let changeSearch, reset, attach;
        class URL {
            #href; #params;
            constructor(input, base) {
                const parsed = host.parseURL(String(input), base === undefined ? '' : String(base));
                if (parsed === null) throw new TypeError(`'${input}' is not a valid URL.`);
                this.#href = parsed[0];
            }
            static canParse(input, base) { return host.parseURL(String(input), base === undefined ? '' : String(base)) !== null; }
            static parse(input, base) { return URL.canParse(input, base) ? new URL(input, base) : null; }
            get href() { return this.#href; }
            set href(value) {
                const parsed = host.parseURL(String(value), '');
                if (parsed === null) throw new TypeError(`'${value}' is not a valid URL.`);
                this.#href = parsed[0];
                this.#follow();
            }
            get searchParams() { return this.#params ??= attach(new URLSearchParams(this.search), this); }
            toString() { return this.#href; }
            toJSON() { return this.#href; }
            #change(part, value) { this.#href = host.changeURL(this.#href, part, value) ?? this.#href; }
            #follow() { if (this.#params) reset(this.#params, host.parseURL(this.#href, '')[8]); }
            static {
                addressParts.slice(1).forEach((part, index) => accessor(URL.prototype, part,
                    function () { return host.parseURL(this.href, '')[index + 1]; },
                    part === 'origin' ? undefined : function (value) { this.#change(part, String(value)); this.#follow(); }));
                changeSearch = (url, search) => url.#change('search', search);
            }
        }
        class URLSearchParams {
            #list = []; #url = null;
            constructor(init = '') {
                if (typeof init === 'object' && init !== null) {
                    if (Symbol.iterator in init) for (const [name, value] of init) this.#list.push([String(name), String(value)]);
                    else for (const name of Object.keys(init)) this.#list.push([name, String(init[name])]);
                } else this.#reset(String(init));
            }
            #reset(search) {
                const flat = host.parseQuery(search.replace(/^\?/, ''));
                this.#list = [];
                for (let index = 0; index < flat.length; index += 2) this.#list.push([flat[index], flat[index + 1]]);
            }
            static {
                reset = (params, search) => params.#reset(search);
                attach = (params, url) => { params.#url = url; return params; };
            }
            #changed() { if (this.#url) changeSearch(this.#url, this.toString()); }
            get size() { return this.#list.length; }
            append(name, value) { this.#list.push([String(name), String(value)]); this.#changed(); }
            delete(name, value) {
                this.#list = this.#list.filter(([key, text]) => key !== String(name) || (value !== undefined && text !== String(value)));
                this.#changed();
            }
            get(name) { return this.#list.find(([key]) => key === String(name))?.[1] ?? null; }
            getAll(name) { return this.#list.filter(([key]) => key === String(name)).map(([, value]) => value); }
            has(name, value) {
                return this.#list.some(([key, text]) => key === String(name) && (value === undefined || text === String(value)));
            }
            set(name, value) {
                const index = this.#list.findIndex(([key]) => key === String(name));
                if (index < 0) { this.append(name, value); return; }
                this.#list[index][1] = String(value);
                this.#list = this.#list.filter(([key], at) => key !== String(name) || at === index);
                this.#changed();
            }
            sort() { this.#list.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0); this.#changed(); }
            forEach(callback, self) { for (const [name, value] of this.#list) callback.call(self, value, name, this); }
            keys() { return this.#list.map(([name]) => name)[Symbol.iterator](); }
            values() { return this.#list.map(([, value]) => value)[Symbol.iterator](); }
            entries() { return this.#list.map(pair => pair.slice())[Symbol.iterator](); }
            [Symbol.iterator]() { return this.entries(); }
            toString() { return host.writeQuery(...this.#list.flat()); }
        }
        inert(URL, 'createObjectURL', () => `blob:${host.parseURL(host.url(), '')[10]}/0`);
        inert(URL, 'revokeObjectURL');
        return {URL, URLSearchParams};
        """#
}
