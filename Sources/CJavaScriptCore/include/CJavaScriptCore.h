// JavaScriptCore's C API, and those functions of it that the library exports and no installed header declares.

#ifndef C_JAVASCRIPTCORE_H
#define C_JAVASCRIPTCORE_H

#include <JavaScriptCore/JavaScript.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Asks, on the thread that runs the script, whether a script that used up its limit is ended.
typedef bool (*CJSShouldTerminate)(JSContextRef context, void *argument);

/// Sets the processor time, in seconds, after which `callback` is asked; it is asked once, unless it sets the limit again.
void CJSContextGroupSetTimeLimit(JSContextGroupRef group, double seconds, CJSShouldTerminate callback, void *argument);

/// Takes the limit away.
void CJSContextGroupClearTimeLimit(JSContextGroupRef group);

/// Sets the function that is called with a promise that was rejected and not handled, and with the reason.
void CJSSetUnhandledRejectionCallback(JSGlobalContextRef context, JSObjectRef function);

#ifdef __cplusplus
}
#endif

#endif
