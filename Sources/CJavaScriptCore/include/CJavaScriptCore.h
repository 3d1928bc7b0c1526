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

/// A text that is parsed once for all contexts of a group.
typedef struct CJSOpaqueScript *CJSScriptRef;

/// Parses a text, which the caller releases; NULL when it is not a script.
CJSScriptRef CJSScriptCreate(JSContextGroupRef group, JSStringRef url, JSStringRef source);

/// Evaluates a text in the global scope of a context of its group.
JSValueRef CJSScriptEvaluate(JSContextRef context, CJSScriptRef script, JSValueRef *exception);

/// Gives a text back.
void CJSScriptRelease(CJSScriptRef script);

#ifdef __cplusplus
}
#endif

#endif
