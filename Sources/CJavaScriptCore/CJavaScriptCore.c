#include "CJavaScriptCore.h"

JS_EXPORT void JSContextGroupSetExecutionTimeLimit(
    JSContextGroupRef group, double limit, CJSShouldTerminate callback, void *context);
JS_EXPORT void JSContextGroupClearExecutionTimeLimit(JSContextGroupRef group);
JS_EXPORT void JSGlobalContextSetUnhandledRejectionCallback(
    JSGlobalContextRef context, JSObjectRef function, JSValueRef *exception);
JS_EXPORT CJSScriptRef JSScriptCreateFromString(JSContextGroupRef group, JSStringRef url, int startingLineNumber,
    JSStringRef source, JSStringRef *errorMessage, int *errorLine);
JS_EXPORT JSValueRef JSScriptEvaluate(JSContextRef context, CJSScriptRef script, JSValueRef this, JSValueRef *exception);
JS_EXPORT void JSScriptRelease(CJSScriptRef script);

void CJSContextGroupSetTimeLimit(JSContextGroupRef group, double seconds, CJSShouldTerminate callback, void *argument) {
    JSContextGroupSetExecutionTimeLimit(group, seconds, callback, argument);
}

void CJSContextGroupClearTimeLimit(JSContextGroupRef group) { JSContextGroupClearExecutionTimeLimit(group); }

void CJSSetUnhandledRejectionCallback(JSGlobalContextRef context, JSObjectRef function) {
    JSGlobalContextSetUnhandledRejectionCallback(context, function, NULL);
}

CJSScriptRef CJSScriptCreate(JSContextGroupRef group, JSStringRef url, JSStringRef source) {
    return JSScriptCreateFromString(group, url, 1, source, NULL, NULL);
}

JSValueRef CJSScriptEvaluate(JSContextRef context, CJSScriptRef script, JSValueRef *exception) {
    return JSScriptEvaluate(context, script, NULL, exception);
}

void CJSScriptRelease(CJSScriptRef script) { JSScriptRelease(script); }
