/// What a page says of itself that its description does not hold.
struct SeenPage: Decodable {
    var alerts: [String]
    var forms: [SeenForm]
    var choices: [SeenChoice]
    var elements: [String: SeenElement]
    var showsNewSecret: Bool
    var scripts: Int
}

/// What is seen of a form.
struct SeenForm: Decodable {
    var buttons: [String]
    var passwords: [SeenPassword]
    var keep: SeenBox?
}

/// What is seen of a password field.
struct SeenPassword: Decodable {
    var shown: Bool
    var isNew: Bool
}

/// What is seen of the box that keeps somebody signed in.
struct SeenBox: Decodable {
    var selector: String
    var ticked: Bool
}

/// What is seen of something to choose.
struct SeenChoice: Decodable {
    var kind: String
    var text: String
    var value: String
    var selector: String
}

/// What is seen of an element that was asked for.
struct SeenElement: Decodable {
    var shown: Bool
    var action: String?
}

/// The scripts that ask a page: they read only, and their selectors are roles and names that pages of every make have.
enum PageQuestion {
    /// Asks for everything that a decision needs; the answer is a ``SeenPage`` in JSON.
    ///
    /// - Parameter selectors: the selectors to look for, as a JSON list.
    /// - Returns: the script.
    static func everything(selectors: String) -> String {
        """
        (function () {
        \(tools)
          var alerts = [];
          list('[role=alert], [aria-live=assertive], [aria-live=polite], [id*=error], [id*=Error], [class*=error], [class*=alert]')
            .filter(shown).map(words).forEach(function (text) {
              if (text && text.length < 400 && alerts.indexOf(text) < 0) alerts.push(text);
            });
          var forms = list('form').map(function (form) {
            var controls = Array.prototype.slice.call(form.elements);
            var boxes = controls.filter(function (control) {
              return control.type === 'checkbox' && shown(control)
                && /kmsi|keep|stay|remember|angemeldet/i.test(control.name + ' ' + control.id + ' ' + labelled(control));
            });
            return {
              buttons: controls.filter(function (control) { return control.type === 'submit' && !control.disabled; })
                .map(function (control) { return words(control) || control.value || ''; }),
              passwords: controls.filter(function (control) { return control.type === 'password' && !control.disabled; })
                .map(function (control) {
                  return { shown: shown(control), isNew: /new-password/i.test(control.getAttribute('autocomplete') || '') };
                }),
              keep: boxes.length === 1 ? { selector: path(boxes[0]), ticked: boxes[0].checked } : null
            };
          });
          var elements = {};
          \(selectors).forEach(function (selector) {
            var found;
            try { found = list(selector); } catch (e) { return; }
            if (!found.length) return;
            var element = found.filter(shown)[0] || found[0];
            var form = element.form || (element.closest && element.closest('form'));
            elements[selector] = { shown: shown(element), action: form ? (form.getAttribute('action') || '') : null };
          });
          var secret = list('input[type=hidden][name*=ecret], img[id*=qr], img[alt*=QR], img[class*=qr], [id*=qrcode], [class*=qrcode]');
          return {
            alerts: alerts.slice(0, 5), forms: forms, choices: choices(document).slice(0, 40), elements: elements,
            showsNewSecret: secret.length > 0, scripts: list('script').length
          };
        })()
        """
    }

    /// Asks what of a list or a group has a text or value; the answer is a ``SeenChoice`` in JSON, or null.
    ///
    /// - Parameters:
    ///   - selector: finds the list or the group, as a JSON string.
    ///   - text: the text or value, as a JSON string.
    /// - Returns: the script.
    static func choice(in selector: String, called text: String) -> String {
        """
        (function () {
        \(tools)
          var wanted = \(text).toLowerCase(), root = document.querySelector(\(selector));
          if (!root) return null;
          var all = choices(root.tagName === 'SELECT' ? root.parentNode : root).filter(function (choice) {
            return choice.kind !== 'option' || root.tagName !== 'SELECT' || document.querySelector(choice.selector) === root;
          });
          function first(test) { return all.filter(function (c) { return [c.text, c.value].some(test); })[0]; }
          return first(function (t) { return t.toLowerCase() === wanted; })
            || first(function (t) { return t.toLowerCase().indexOf(wanted) >= 0; }) || null;
        })()
        """
    }

    /// Asks for a selector of a button that submits a form; the answer is a text in JSON, or null.
    ///
    /// - Parameters:
    ///   - form: which form, by its place.
    ///   - index: which of its buttons, by its place.
    /// - Returns: the script.
    static func button(of form: Int, _ index: Int) -> String {
        """
        (function () {
        \(tools)
          var form = list('form')[\(form)];
          var buttons = form ? Array.prototype.slice.call(form.elements).filter(function (control) {
            return control.type === 'submit' && !control.disabled;
          }) : [];
          return buttons[\(index)] ? path(buttons[\(index)]) : null;
        })()
        """
    }

    private static let tools = #"""
          function shown(element) {
            for (var e = element; e && e.getAttribute; e = e.parentNode) {
              if (e.getAttribute('hidden') !== null || e.getAttribute('aria-hidden') === 'true') return false;
              if (/(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(e.getAttribute('style') || '')) return false;
            }
            return element.type !== 'hidden';
          }
          function words(element) { return (element.textContent || '').replace(/\s+/g, ' ').trim(); }
          function list(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
          function labelled(control) {
            var label = control.id ? list('label').filter(function (l) { return l.getAttribute('for') === control.id; })[0] : null;
            label = label || (control.closest && control.closest('label'));
            return label ? words(label) : (control.getAttribute('aria-label') || '');
          }
          function path(element) {
            if (element.id && /^[A-Za-z][\w-]*$/.test(element.id) && list('#' + element.id).length === 1) return '#' + element.id;
            var parts = [];
            for (var e = element; e && e.parentNode && e !== document.documentElement; e = e.parentNode) {
              var index = 1;
              for (var s = e.previousElementSibling; s; s = s.previousElementSibling) index += 1;
              parts.unshift('*:nth-child(' + index + ')');
            }
            return ':root > ' + parts.join(' > ');
          }
          function choices(root) {
            var found = [];
            function add(kind, text, value, selector) {
              if (text && text.length < 200) found.push({ kind: kind, text: text, value: value || '', selector: selector });
            }
            var all = Array.prototype.slice.call(root.querySelectorAll(
              'select, input[type=radio], input[type=submit], input[type=button], button, [role=button], a[href], [onclick]'));
            all.filter(shown).forEach(function (e) {
              var tag = e.tagName, kind = (e.getAttribute('type') || '').toLowerCase();
              if (e.disabled || /lang|locale|country/i.test((e.id || '') + ' ' + (e.getAttribute('name') || ''))) return;
              if (tag === 'SELECT') {
                if (e.options.length < 2) return;
                Array.prototype.slice.call(e.options).forEach(function (option) {
                  if (!option.disabled && option.value) add('option', words(option), option.value, path(e));
                });
              } else if (kind === 'radio') {
                add('radio', labelled(e) || e.value, e.value, path(e));
              } else if (tag === 'INPUT') {
                add('button', e.value, e.getAttribute('name'), path(e));
              } else if (tag === 'A' && e.getAttribute('role') !== 'button' && !e.getAttribute('onclick')) {
                add('link', words(e), e.getAttribute('href'), path(e));
              } else if (tag === 'BUTTON' || e.getAttribute('role') === 'button' || tag === 'A') {
                add('button', words(e), e.getAttribute('value') || e.getAttribute('onclick') || '', path(e));
              } else if (!all.some(function (other) { return other !== e && e.contains(other); })) {
                add('button', words(e), e.getAttribute('onclick'), path(e));
              }
            });
            return found;
          }
        """#
}
