extension Prelude {
    /// The interfaces `Element` and `HTMLElement`, and reflection of attributes.
    static let elements = #"""
        const setAttribute = (element, name, value) => {
            const oldValue = observers.size > 0 ? host.getAttribute(element, name) : null;
            host.setAttribute(element, name, value);
            observed(element, 'attributes', () => ({attributeName: name, oldValue}));
        };
        const removeAttribute = (element, name) => {
            const oldValue = host.getAttribute(element, name);
            if (oldValue === null) return;
            host.removeAttribute(element, name);
            observed(element, 'attributes', () => ({attributeName: name, oldValue}));
        };
        const rect = (element) => {
            const shown = host.isRendered(element);
            return new (face('DOMRect'))(0, 0, ...shown ? [100, 20] : [0, 0]);
        };
        declare('DOMRect', () => class DOMRect {
            #x; #y; #width; #height;
            constructor(x = 0, y = 0, width = 0, height = 0) {
                [this.#x, this.#y, this.#width, this.#height] = [x, y, width, height].map(Number);
            }
            get x() { return this.#x; }
            get y() { return this.#y; }
            get width() { return this.#width; }
            get height() { return this.#height; }
            get left() { return Math.min(this.#x, this.#x + this.#width); }
            get top() { return Math.min(this.#y, this.#y + this.#height); }
            get right() { return Math.max(this.#x, this.#x + this.#width); }
            get bottom() { return Math.max(this.#y, this.#y + this.#height); }
            toJSON() {
                const {x, y, width, height, left, top, right, bottom} = this;
                return {x, y, width, height, top, right, bottom, left};
            }
        });
        const adjacent = {beforebegin: 0, afterbegin: 1, beforeend: 2, afterend: 3};
        const place = (element, position, node) => {
            switch (adjacent[ascii(position)]) {
            case 0: return host.parent(element) ? insert(node, host.parent(element), element) : null;
            case 1: return insert(node, element, host.firstChild(element));
            case 2: return insert(node, element, null);
            case 3: return host.parent(element) ? insert(node, host.parent(element), host.nextSibling(element)) : null;
            default: return fail('SyntaxError', 'The position is unknown.');
            }
        };

        class Element extends Node {
            get tagName() { return host.nodeName(this); }
            get localName() { return host.localName(this); }
            get namespaceURI() { return host.namespace(this); }
            get prefix() { return host.prefix(this); }
            get classList() { return tokenList(this, 'class'); }
            set classList(value) { setAttribute(this, 'class', String(value)); }
            get attributes() {
                return own(own(keptLists, this, () => new Map()), 'attributes', () => {
                    const list = liveList('NamedNodeMap', () => host.attributeNames(this).map(name => attributeNode(this, name)));
                    mapOwners.set(list, this);
                    return list;
                });
            }
            hasAttributes() { return host.attributeNames(this).length > 0; }
            getAttributeNames() { return host.attributeNames(this); }
            getAttribute(name) { return host.findAttribute(this, String(name)); }
            getAttributeNS(uri, name) { return host.getAttributeNS(this, emptyIfNull(uri), String(name)); }
            setAttribute(name, value) {
                name = String(name);
                if (!host.isName(name)) fail('InvalidCharacterError', 'The name is not valid.');
                setAttribute(this, host.attributeName(this, name), String(value));
            }
            setAttributeNS(uri, name, value) { host.setAttributeNS(this, emptyIfNull(uri), String(name), String(value)); }
            removeAttribute(name) { removeAttribute(this, host.attributeName(this, String(name))); }
            removeAttributeNS(uri, name) { host.removeAttributeNS(this, emptyIfNull(uri), String(name)); }
            hasAttribute(name) { return host.findAttribute(this, String(name)) !== null; }
            hasAttributeNS(uri, name) { return this.getAttributeNS(uri, name) !== null; }
            toggleAttribute(name, force) {
                if (this.hasAttribute(name)) { if (force) return true; this.removeAttribute(name); return false; }
                if (force === false) return false;
                this.setAttribute(name, '');
                return true;
            }
            getAttributeNode(name) { return this.hasAttribute(name) ? attributeNode(this, host.attributeName(this, String(name))) : null; }
            setAttributeNode(node) {
                const old = this.getAttributeNode(node.name);
                setAttribute(this, node.name, node.value);
                attributeState.get(node).element = this;
                return old;
            }
            removeAttributeNode(node) { removeAttribute(this, node.name); return node; }
            matches(selector) { return host.matches(this, String(selector)); }
            webkitMatchesSelector(selector) { return host.matches(this, String(selector)); }
            closest(selector) { return host.closest(this, String(selector)); }
            get innerHTML() { return host.html(this, false); }
            set innerHTML(value) { const markup = emptyIfNull(value); replaceContents(this, () => host.setHTML(this, markup)); }
            get outerHTML() { return host.html(this, true); }
            set outerHTML(value) {
                const parent = host.parent(this);
                if (!parent) return;
                const fragment = host.parseFragment(parent, emptyIfNull(value)), next = host.nextSibling(this);
                detach(this);
                insert(fragment, parent, next);
            }
            insertAdjacentHTML(position, markup) {
                const inside = adjacent[ascii(position)] === 1 || adjacent[ascii(position)] === 2;
                place(this, position, host.parseFragment(inside ? this : host.parent(this) ?? this, String(markup)));
            }
            insertAdjacentElement(position, element) { return place(this, position, element); }
            insertAdjacentText(position, data) { place(this, position, host.createText(String(data))); }
            getBoundingClientRect() { return rect(this); }
            checkVisibility() { return host.isRendered(this); }
            getClientRects() { return host.isRendered(this) ? [rect(this)] : []; }
            get clientWidth() { return rect(this).width; }
            get clientHeight() { return rect(this).height; }
            get scrollWidth() { return rect(this).width; }
            get scrollHeight() { return rect(this).height; }
        }
        constantsLater(Element.prototype, () => ({clientTop: 0, clientLeft: 0, shadowRoot: null}));
        constantsLater(Element.prototype, () => ({scrollTop: 0, scrollLeft: 0}), ignored);
        inertLater(Element.prototype, 'scrollIntoView,scroll,scrollTo,scrollBy');
        mixLater(Element.prototype, childNode, siblings, parentNode, searches);
        factories.set('Element', () => Element);
        face('Element');

        // Reflection: s string, u address, b boolean, n number with its default, e enumeration [missing, invalid, ...values],
        // c the ways to ask across origins.
        const reflect = (prototype, spec) => {
            for (const kind of Object.keys(spec)) for (const entry of typeof spec[kind] === 'string' ? [spec[kind]] : spec[kind]) {
                if (typeof entry === 'string') { reflection[kind](prototype, entry, entry.toLowerCase(), []); continue; }
                const [property, attribute, ...rest] = entry;
                reflection[kind](prototype, property, attribute, rest);
            }
        };
        // The same, once one of the members is used.
        const reflectLater = (prototype, spec) => {
            const names = () => Object.values(spec()).flat().map(entry => typeof entry === 'string' ? entry : entry[0]);
            lazyMembers(prototype, names, () => { reflect(prototype, spec()); return names(); });
        };
        const reflection = {
            s: (prototype, property, name) => accessor(prototype, property,
                function () { return host.getAttribute(this, name) ?? ''; },
                function (value) { setAttribute(this, name, String(value)); }),
            u: (prototype, property, name) => accessor(prototype, property,
                function () { const value = host.getAttribute(this, name); return value === null ? '' : host.resolve(value); },
                function (value) { setAttribute(this, name, String(value)); }),
            b: (prototype, property, name) => accessor(prototype, property,
                function () { return host.getAttribute(this, name) !== null; },
                function (value) { if (value) setAttribute(this, name, ''); else removeAttribute(this, name); }),
            n: (prototype, property, name, [missing = 0]) => accessor(prototype, property,
                function () {
                    const value = /^[\t\n\f\r ]*([+-]?[0-9]+)/.exec(host.getAttribute(this, name) ?? '');
                    return value && Number(value[1]) >= 0 ? Number(value[1]) : missing;
                },
                function (value) { setAttribute(this, name, String(value | 0)); }),
            e: (prototype, property, name, [missing, invalid, ...values]) => accessor(prototype, property,
                function () {
                    const value = host.getAttribute(this, name);
                    if (value === null) return missing;
                    return values.includes(ascii(value)) ? ascii(value) : invalid;
                },
                function (value) { setAttribute(this, name, String(value)); }),
        };
        reflection.c = (prototype, property, name) => accessor(prototype, property,
            function () { const value = host.getAttribute(this, name);
                return value === null ? null : ascii(value) === 'use-credentials' ? 'use-credentials' : 'anonymous'; },
            function (value) { if (value === null) removeAttribute(this, name); else setAttribute(this, name, String(value)); });
        reflect(Element.prototype, {s: ['id', ['className', 'class'], 'slot']});

        class HTMLElement extends Element {
            get style() { return own(styles, this, () => makeStyle(this)); }
            set style(value) { setAttribute(this, 'style', String(value)); }
            get dataset() { return own(datasets, this, () => makeDataset(this)); }
            get innerText() { return host.innerText(this); }
            set innerText(value) { this.textContent = value; }
            get outerText() { return host.innerText(this); }
            set outerText(value) { const parent = host.parent(this); if (parent) parent.replaceChild(host.createText(String(value)), this); }
            get offsetWidth() { return rect(this).width; }
            get offsetHeight() { return rect(this).height; }
            get offsetParent() { return host.isRendered(this) ? host.body() : null; }
            get tabIndex() {
                const value = parseInt(host.getAttribute(this, 'tabindex'), 10);
                return Number.isNaN(value) ? (/^(a|button|input|select|textarea|iframe)$/.test(this.localName) ? 0 : -1) : value;
            }
            set tabIndex(value) { setAttribute(this, 'tabindex', String(value | 0)); }
            get contentEditable() {
                const value = ascii(host.getAttribute(this, 'contenteditable') ?? 'inherit');
                return value === '' ? 'true' : /^(true|false|plaintext-only)$/.test(value) ? value : 'inherit';
            }
            set contentEditable(value) {
                value = ascii(value);
                if (value === 'inherit') { removeAttribute(this, 'contenteditable'); return; }
                if (!/^(true|false|plaintext-only)$/.test(value)) fail('SyntaxError', 'The value is not known.');
                setAttribute(this, 'contenteditable', value);
            }
            get draggable() {
                const value = host.getAttribute(this, 'draggable');
                return value === 'true' || (value !== 'false' && (this.localName === 'img' || (this.localName === 'a' && this.href !== '')));
            }
            set draggable(value) { setAttribute(this, 'draggable', String(!!value)); }
            get spellcheck() { return host.closest(this, '[spellcheck]')?.getAttribute('spellcheck') !== 'false'; }
            set spellcheck(value) { setAttribute(this, 'spellcheck', String(!!value)); }
            get translate() { return host.closest(this, '[translate]')?.getAttribute('translate') !== 'no'; }
            set translate(value) { setAttribute(this, 'translate', value ? 'yes' : 'no'); }
            get isContentEditable() { return /^(|true)$/i.test(host.getAttribute(this, 'contenteditable') ?? 'inherit'); }
            click() { if (!isDisabled(this)) clickOn(this, false); }
            focus() { moveFocus(this); }
            blur() { if (focused === this) moveFocus(null); }
        }
        constantsLater(HTMLElement.prototype, () => ({offsetTop: 0, offsetLeft: 0}));
        reflectLater(HTMLElement.prototype, () => ({
            s: ['title', 'lang', 'accessKey', 'nonce', 'inputMode', 'enterKeyHint', 'autocapitalize', 'popover'],
            b: ['hidden', 'autofocus', 'inert'],
            e: [['dir', 'dir', '', '', 'ltr', 'rtl', 'auto']],
        }));
        defineHandlersLazily(HTMLElement.prototype, commonHandlers);
        factories.set('HTMLElement', () => HTMLElement);
        face('HTMLElement');
        declare('HTMLUnknownElement', () => class HTMLUnknownElement extends HTMLElement {});
        declare('SVGElement', () => class SVGElement extends Element {
            get style() { return own(styles, this, () => makeStyle(this)); }
            get dataset() { return own(datasets, this, () => makeDataset(this)); }
            focus() { moveFocus(this); }
            blur() { if (focused === this) moveFocus(null); }
        });
        declare('MathMLElement', () => class MathMLElement extends Element {});

        const datasets = new WeakMap(), styles = new WeakMap();
        const dashed = key => key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
        const camel = name => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
        const makeDataset = element => new Proxy({}, {
            get: (_, key) => typeof key === 'string' ? host.getAttribute(element, `data-${dashed(key)}`) ?? undefined : undefined,
            set: (_, key, value) => { setAttribute(element, `data-${dashed(key)}`, String(value)); return true; },
            has: (_, key) => typeof key === 'string' && host.getAttribute(element, `data-${dashed(key)}`) !== null,
            deleteProperty: (_, key) => { removeAttribute(element, `data-${dashed(key)}`); return true; },
            ownKeys: () => host.attributeNames(element).filter(name => name.startsWith('data-')).map(name => camel(name.slice(5))),
            getOwnPropertyDescriptor: (_, key) => {
                const value = host.getAttribute(element, `data-${dashed(key)}`);
                return value === null ? undefined : {value, writable: true, enumerable: true, configurable: true};
            },
        });

        // A style keeps values and means nothing: there is no layout here.
        const readStyle = element => {
            const values = new Map();
            for (const part of (host.getAttribute(element, 'style') ?? '').split(/;(?![^(]*\))/)) {
                const colon = part.indexOf(':');
                if (colon < 0) continue;
                const name = part.slice(0, colon).trim(), value = part.slice(colon + 1).trim();
                if (name && value) values.set(name.startsWith('--') ? name : ascii(name), value);
            }
            return values;
        };
        declare('CSSStyleDeclaration', () => withConstants({parentRule: null}, class CSSStyleDeclaration {
            constructor() { illegal(); }
            get cssText() { return [...styleState.get(this)()].map(([name, value]) => `${name}: ${value};`).join(' '); }
            set cssText(value) {
                setAttribute(styleOwners.get(this), 'style', String(value));
                setAttribute(styleOwners.get(this), 'style', this.cssText);
            }
            get length() { return styleState.get(this)().size; }
            item(index) { return [...styleState.get(this)().keys()][index] ?? ''; }
            getPropertyValue(name) {
                return (styleState.get(this)().get(ascii(name)) ?? '').replace(/\s*!important$/i, '');
            }
            getPropertyPriority(name) { return /!important$/i.test(styleState.get(this)().get(ascii(name)) ?? '') ? 'important' : ''; }
            setProperty(name, value, priority = '') {
                const owner = styleOwners.get(this);
                if (!owner) fail('NoModificationAllowedError', 'A computed style cannot be changed.');
                const values = readStyle(owner);
                name = String(name).startsWith('--') ? String(name) : ascii(name);
                if (value === null || value === '') values.delete(name);
                else values.set(name, String(value) + (priority ? ' !important' : ''));
                setAttribute(owner, 'style', [...values].map(([key, text]) => `${key}: ${text};`).join(' '));
            }
            removeProperty(name) { const old = this.getPropertyValue(name); this.setProperty(name, ''); return old; }
        }));
        const styleState = new WeakMap(), styleOwners = new WeakMap();
        const makeStyle = (element, computed) => {
            const target = Object.create(face('CSSStyleDeclaration').prototype);
            const property = key => key === 'cssFloat' ? 'float' : dashed(key).replace(/^(webkit|moz|ms)-/, '-$1-');
            const style = new Proxy(target, {
                get(_, key, receiver) {
                    if (key in target || typeof key === 'symbol') return Reflect.get(target, key, receiver);
                    return receiver.getPropertyValue(property(key));
                },
                set(_, key, value, receiver) {
                    if (key in target || typeof key === 'symbol') return Reflect.set(target, key, value, receiver);
                    receiver.setProperty(property(key), value);
                    return true;
                },
                has: (_, key) => key in target || (typeof key === 'string' && /^[a-z]+([A-Z][a-z]*)*$/.test(key)),
            });
            const read = computed ? () => new Map([...computed, ...readStyle(element)]) : () => readStyle(element);
            for (const object of [target, style]) {
                styleState.set(object, read);
                if (!computed) styleOwners.set(object, element);
            }
            return style;
        };
        """#
}
