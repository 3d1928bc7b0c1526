extension Prelude {
    /// Forms and their controls.
    static let controls = #"""
        const element = (name, make) => declare(`HTML${name}Element`, make);
        const controlMembers = {
            get form() { return host.formOwner(this); },
            get labels() { return keptList(this, 'labels', 'NodeList', () => host.labels(this)); },
            get willValidate() { return willValidate(this); },
            get validity() { return validity(this); },
            get validationMessage() { return willValidate(this) && !validity(this).valid
                ? customErrors.get(this) || 'Please fill in this field correctly.' : ''; },
            checkValidity() { return checkControl(this); },
            reportValidity() { return reportControls([this]); },
            setCustomValidity(message) { customErrors.set(this, String(message)); },
        };
        const customErrors = new WeakMap(), indeterminate = new WeakMap(), selections = new WeakMap(), typedValues = new WeakMap();
        const isDisabled = element => host.isDisabled(element);
        const willValidate = control => !isDisabled(control) && !/^(hidden|reset|button)$/.test(control.type ?? '')
            && !(control.readOnly ?? false) && !/^(object|output|fieldset)$/.test(control.localName);
        const patternMatches = (pattern, value) => {
            try { return new RegExp(`^(?:${pattern})$`, 'v').test(value); } catch { return true; }
        };
        const emailPattern = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
        // Source: HTML standard, section 4.10.20. The length is that of what a person typed; what a script sets has any.
        const validity = control => {
            const value = control.value ?? '', kind = control.type, get = name => host.getAttribute(control, name);
            const group = kind === 'radio' ? host.radioGroup(control) : [control];
            const isRequired = willValidate(control) && !/^(submit|image|range|color)$/.test(kind)
                && group.some(member => host.getAttribute(member, 'required') !== null);
            const filled = kind === 'radio' || kind === 'checkbox' ? group.some(member => member.checked) : value !== '';
            const number = kind === 'number' || kind === 'range' ? Number(value) : NaN;
            const isTyped = value !== '' && typedValues.get(control) === value;
            const length = name => { const found = /^[\t\n\f\r ]*([0-9]+)/.exec(get(name) ?? ''); return found ? Number(found[1]) : NaN; };
            const step = kind !== 'number' || ascii(get('step') ?? '') === 'any' ? NaN : Number(get('step')) > 0 ? Number(get('step')) : 1;
            const steps = (number - (Number(get('min') ?? get('value')) || 0)) / step;
            const found = {
                valueMissing: isRequired && !filled,
                typeMismatch: value !== '' && ((kind === 'email' && !value.split(get('multiple') === null ? /(?!)/ : ',')
                    .every(part => emailPattern.test(part.trim()))) || (kind === 'url' && host.parseURL(value, '') === null)),
                patternMismatch: value !== '' && get('pattern') !== null
                    && /^(text|search|url|tel|email|password)$/.test(kind) && !patternMatches(get('pattern'), value),
                tooLong: isTyped && value.length > length('maxlength'), tooShort: isTyped && value.length < length('minlength'),
                stepMismatch: value !== '' && Math.abs(steps - Math.round(steps)) > 1e-9, badInput: false,
                rangeUnderflow: value !== '' && get('min') !== null && number < Number(get('min')),
                rangeOverflow: value !== '' && get('max') !== null && number > Number(get('max')),
                customError: !!customErrors.get(control),
            };
            found.valid = !Object.values(found).some(Boolean);
            return found;
        };
        const checkControl = control => {
            if (!willValidate(control) || validity(control).valid) return true;
            dispatch(fresh('Event', 'invalid', {cancelable: true}), control);
            return false;
        };
        const checkForm = form => host.controls(form).filter(control => !checkControl(control)).length === 0;
        // Checks, and shows a person the first control that is wrong: it gets the focus, unless the page shows it itself.
        const reportControls = controls => {
            const shown = controls.filter(control => willValidate(control) && !validity(control).valid
                && dispatch(fresh('Event', 'invalid', {cancelable: true}), control));
            const wrong = controls.some(control => willValidate(control) && !validity(control).valid);
            if (shown.length > 0) moveFocus(shown[0]);
            return !wrong;
        };

        element('Form', () => {
            class HTMLFormElement extends HTMLElement {
                get elements() { return keptList(this, 'elements', 'HTMLFormControlsCollection', () => host.elements(this)); }
                get length() { return host.elements(this).length; }
                get action() { const value = host.getAttribute(this, 'action');
                    return value === null || value === '' ? host.url() : host.resolve(value); }
                set action(value) { setAttribute(this, 'action', String(value)); }
                get relList() { return tokenList(this, 'rel'); }
                submit() { submitForm(this, null, false); }
                requestSubmit(submitter) {
                    if (submitter === undefined || submitter === null) { submitForm(this, null, true); return; }
                    if (!isSubmitButton(submitter)) throw new TypeError('The submitter is not a submit button');
                    if (host.formOwner(submitter) !== this) fail('NotFoundError', 'The submitter belongs to another form.');
                    submitForm(this, submitter, true);
                }
                reset() { resetForm(this); }
                checkValidity() { return checkForm(this); }
                reportValidity() { return reportControls(host.controls(this)); }
                [Symbol.iterator]() { return host.elements(this)[Symbol.iterator](); }
            }
            reflect(HTMLFormElement.prototype, {
                s: [['acceptCharset', 'accept-charset'], 'name', 'target', 'rel'], b: ['noValidate'],
                e: [['method', 'method', 'get', 'get', 'get', 'post', 'dialog'],
                    ['autocomplete', 'autocomplete', 'on', 'on', 'on', 'off'],
                    ...['enctype', 'encoding'].map(name => [name, 'enctype', urlencoded, urlencoded, urlencoded,
                        'multipart/form-data', 'text/plain'])],
            });
            return HTMLFormElement;
        });
        const urlencoded = 'application/x-www-form-urlencoded';
        const inputTypes = ('hidden,text,search,tel,url,email,password,date,month,week,time,datetime-local,number,range,color,'
            + 'checkbox,radio,file,submit,image,reset,button').split(',');
        const submission = {
            s: ['formTarget'], b: ['formNoValidate'],
            e: [['formMethod', 'formmethod', '', 'get', 'get', 'post', 'dialog'],
                ['formEnctype', 'formenctype', '', urlencoded, urlencoded, 'multipart/form-data', 'text/plain']],
        };
        const formAction = {
            get formAction() { return host.getAttribute(this, 'formaction') ? host.resolve(host.getAttribute(this, 'formaction')) : host.url(); },
            set formAction(value) { setAttribute(this, 'formaction', String(value)); },
        };
        const textSelection = {
            get selectionStart() { return selections.get(this)?.[0] ?? (this.value ?? '').length; },
            set selectionStart(value) { selections.set(this, [value, Math.max(value, this.selectionEnd)]); },
            get selectionEnd() { return selections.get(this)?.[1] ?? (this.value ?? '').length; },
            set selectionEnd(value) { selections.set(this, [Math.min(value, this.selectionStart), value]); },
            setSelectionRange(start, end) { selections.set(this, [start, end]); },
            select() { selections.set(this, [0, (this.value ?? '').length]); },
        };
        constants(textSelection, {selectionDirection: 'none'}, ignored);
        element('Input', () => {
            class HTMLInputElement extends HTMLElement {
                get type() { const value = ascii(host.getAttribute(this, 'type') ?? ''); return inputTypes.includes(value) ? value : 'text'; }
                set type(value) { setAttribute(this, 'type', String(value)); }
                get value() { return host.value(this); }
                set value(value) { host.setValue(this, emptyIfNull(value)); }
                get checked() { return host.checked(this); }
                set checked(value) { host.setChecked(this, !!value); }
                get valueAsNumber() { return this.value === '' ? NaN : Number(this.value); }
                set valueAsNumber(value) { this.value = Number.isNaN(value) ? '' : String(value); }
                get indeterminate() { return indeterminate.get(this) ?? false; }
                set indeterminate(value) { indeterminate.set(this, !!value); }
                get files() { return this.type === 'file' ? fixedList('NodeList', []) : null; }
                get list() { const id = host.getAttribute(this, 'list'); return id ? host.byId(document, id) : null; }
                get valueAsDate() {
                    const isDated = /^(date|month|week|time)$/.test(this.type);
                    const date = isDated && this.value !== '' ? new Date(this.type === 'time' ? `1970-01-01T${this.value}Z` : this.value) : null;
                    return date === null || Number.isNaN(date.getTime()) ? null : date;
                }
                set valueAsDate(value) {
                    const [from, to] = {date: [0, 10], month: [0, 7], time: [11, 16]}[this.type]
                        ?? fail('InvalidStateError', 'The control has no date.');
                    this.value = value === null ? '' : value.toISOString().slice(from, to);
                }
                stepUp(count = 1) { this.value = String(Number(this.value) + count * (Number(this.step) || 1)); }
                stepDown(count = 1) { this.stepUp(-count); }
            }
            reflect(HTMLInputElement.prototype, {
                s: ['accept', 'alt', 'autocomplete', ['defaultValue', 'value'], 'dirName', 'max', 'min', 'name', 'pattern',
                    'placeholder', 'step', 'align', 'useMap'],
                u: ['src'], b: [['defaultChecked', 'checked'], 'disabled', 'multiple', 'readOnly', 'required'],
                n: [['maxLength', 'maxlength', -1], ['minLength', 'minlength', -1], ['size', 'size', 20], 'width', 'height'],
            });
            reflect(HTMLInputElement.prototype, submission);
            mix(HTMLInputElement.prototype, controlMembers, formAction, textSelection);
            return HTMLInputElement;
        });
        element('Button', () => {
            class HTMLButtonElement extends HTMLElement {}
            reflect(HTMLButtonElement.prototype, {s: ['name', 'value'], b: ['disabled'],
                e: [['type', 'type', 'submit', 'submit', 'submit', 'reset', 'button']]});
            reflect(HTMLButtonElement.prototype, submission);
            mix(HTMLButtonElement.prototype, controlMembers, formAction);
            return HTMLButtonElement;
        });
        element('TextArea', () => {
            class HTMLTextAreaElement extends HTMLElement {
                get value() { return host.value(this); }
                set value(value) { host.setValue(this, emptyIfNull(value)); }
                get defaultValue() { return host.textContent(this); }
                set defaultValue(value) { this.textContent = value; }
                get textLength() { return this.value.length; }
            }
            reflect(HTMLTextAreaElement.prototype, {
                s: ['autocomplete', 'dirName', 'name', 'placeholder', 'wrap'], b: ['disabled', 'readOnly', 'required'],
                n: [['maxLength', 'maxlength', -1], ['minLength', 'minlength', -1], ['cols', 'cols', 20], ['rows', 'rows', 2]],
            });
            mix(HTMLTextAreaElement.prototype, controlMembers, textSelection, constants({}, {type: 'textarea'}));
            return HTMLTextAreaElement;
        });
        listFace('HTMLOptionsCollection', 'HTMLCollection', {
            add(option, before) { optionsOwner.get(this).add(option, before); },
            remove(index) { optionsOwner.get(this).remove(index); },
            get selectedIndex() { return optionsOwner.get(this).selectedIndex; },
            set selectedIndex(value) { optionsOwner.get(this).selectedIndex = value; },
            get length() { return itemsOf(this).length; },
            set length(value) { this.setIndexed('length', value); },
        });
        const optionsOwner = new WeakMap();
        const setOption = (select, key, value) => {
            const options = host.options(select);
            if (key === 'length') { for (const option of options.slice(value)) detach(option); return true; }
            if (value === null) { if (options[key]) detach(options[key]); return true; }
            if (options[key]) host.parent(options[key]).replaceChild(value, options[key]); else insert(value, select, null);
            return true;
        };
        element('Select', () => {
            class HTMLSelectElement extends HTMLElement {
                get type() { return this.multiple ? 'select-multiple' : 'select-one'; }
                get options() {
                    return own(own(keptLists, this, () => new Map()), 'options', () => {
                        const list = liveList('HTMLOptionsCollection', () => host.options(this));
                        put(list, 'setIndexed', (key, value) => setOption(this, key, value));
                        optionsOwner.set(list, this);
                        return list;
                    });
                }
                get length() { return host.options(this).length; }
                set length(value) { setOption(this, 'length', value); }
                get selectedOptions() { return keptList(this, 'selected', 'HTMLCollection', () => host.selectedOptions(this)); }
                get selectedIndex() { return host.options(this).indexOf(host.selectedOptions(this)[0]); }
                set selectedIndex(value) { host.selectOnly(this, host.options(this)[value] ?? null); }
                get value() { return host.selectedOptions(this)[0]?.value ?? ''; }
                set value(value) { host.selectOnly(this, host.options(this).find(option => option.value === String(value)) ?? null); }
                item(index) { return host.options(this)[index] ?? null; }
                namedItem(name) { return named(host.options(this), String(name)) ?? null; }
                add(option, before = null) { insert(option, this, typeof before === 'number' ? host.options(this)[before] ?? null : before); }
                remove(index) {
                    if (arguments.length === 0) detach(this); else if (host.options(this)[index]) detach(host.options(this)[index]);
                }
                [Symbol.iterator]() { return host.options(this)[Symbol.iterator](); }
            }
            reflect(HTMLSelectElement.prototype, {s: ['autocomplete', 'name'], b: ['disabled', 'multiple', 'required'], n: ['size']});
            mix(HTMLSelectElement.prototype, controlMembers);
            return HTMLSelectElement;
        });
        element('Option', () => {
            class HTMLOptionElement extends HTMLElement {
                get value() { return host.getAttribute(this, 'value') ?? this.text; }
                set value(value) { setAttribute(this, 'value', String(value)); }
                get text() { return host.textContent(this).replace(/[\t\n\f\r ]+/g, ' ').trim(); }
                set text(value) { this.textContent = value; }
                get label() { return host.getAttribute(this, 'label') ?? this.text; }
                set label(value) { setAttribute(this, 'label', String(value)); }
                get selected() { return host.selected(this); }
                set selected(value) { host.setSelected(this, !!value); }
                get index() { const select = host.closest(this, 'select'); return select ? host.options(select).indexOf(this) : 0; }
                get form() { const select = host.closest(this, 'select'); return select && host.formOwner(select); }
            }
            reflect(HTMLOptionElement.prototype, {b: ['disabled', ['defaultSelected', 'selected']]});
            return HTMLOptionElement;
        });
        element('OptGroup', () => simple('HTMLOptGroupElement', {s: ['label'], b: ['disabled']}));
        element('Label', () => {
            class HTMLLabelElement extends HTMLElement {
                get control() { return host.labeledControl(this); }
                get form() { const control = host.labeledControl(this); return control && host.formOwner(control); }
            }
            reflect(HTMLLabelElement.prototype, {s: [['htmlFor', 'for']]});
            return HTMLLabelElement;
        });
        element('FieldSet', () => {
            const made = simple('HTMLFieldSetElement', {s: ['name'], b: ['disabled']});
            mix(made.prototype, controlMembers, constants({}, {type: 'fieldset'}), {
                get elements() { return keptList(this, 'elements', 'HTMLCollection', () => host.queryAll(this,
                    'button, fieldset, input:not([type=image i]), object, output, select, textarea')); },
            });
            delete made.prototype.labels;
            return made;
        });
        element('Legend', () => simple('HTMLLegendElement', {}));
        element('Output', () => {
            const made = simple('HTMLOutputElement', {s: ['name']});
            mix(made.prototype, controlMembers, constants({}, {type: 'output'}), {
                get value() { return host.textContent(this); },
                set value(value) { this.textContent = value; },
            });
            return made;
        });
        const simple = (name, spec) => {
            const made = class extends HTMLElement {};
            reflect(made.prototype, spec);
            return made;
        };
        lazyGlobal('Option', () => constructible(face('HTMLOptionElement'), (label = '', value, isDefault, isSelected) => {
            const option = host.createElement('option');
            if (label !== '') option.text = label;
            if (value !== undefined) setAttribute(option, 'value', String(value));
            if (isDefault) setAttribute(option, 'selected', '');
            option.selected = !!isSelected;
            return option;
        }, true));
        """#
}
