#include "CPublicSuffix.h"

#include <libpsl.h>

static const psl_ctx_t *context(const cpublicsuffix_list *list) { return (const psl_ctx_t *)list; }

const cpublicsuffix_list *cpublicsuffix_latest(void) { return (const cpublicsuffix_list *)psl_latest(NULL); }

const cpublicsuffix_list *cpublicsuffix_builtin(void) { return (const cpublicsuffix_list *)psl_builtin(); }

bool cpublicsuffix_is_public_suffix(const cpublicsuffix_list *list, const char *name) {
    return psl_is_public_suffix(context(list), name) == 1;
}

const char *cpublicsuffix_registrable_domain(const cpublicsuffix_list *list, const char *name) {
    return psl_registrable_domain(context(list), name);
}
