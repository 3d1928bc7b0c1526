// What WebAgentURL needs of libpsl, without libpsl's own header: only this one is seen by Swift.

#ifndef CPUBLICSUFFIX_H
#define CPUBLICSUFFIX_H

#include <stdbool.h>

/// A loaded list.
typedef struct cpublicsuffix_list cpublicsuffix_list;

/// The newest list this machine has: the system's file where there is one, else the list compiled into the library.
const cpublicsuffix_list *_Nullable cpublicsuffix_latest(void);

/// The list compiled into the library; NULL when it was built without one.
const cpublicsuffix_list *_Nullable cpublicsuffix_builtin(void);

/// Whether a lower-case ASCII name is a public suffix; names under no rule end at their last label.
bool cpublicsuffix_is_public_suffix(const cpublicsuffix_list *_Nonnull list, const char *_Nonnull name);

/// The registrable domain inside a lower-case ASCII name (a pointer into `name`); NULL when it has none.
const char *_Nullable cpublicsuffix_registrable_domain(const cpublicsuffix_list *_Nonnull list,
                                                       const char *_Nonnull name);

#endif
