#include "CJavaScriptCore.h"

JS_EXPORT void JSContextGroupSetExecutionTimeLimit(
    JSContextGroupRef group, double limit, CJSShouldTerminate callback, void *context);
JS_EXPORT void JSContextGroupClearExecutionTimeLimit(JSContextGroupRef group);
JS_EXPORT void JSGlobalContextSetUnhandledRejectionCallback(
    JSGlobalContextRef context, JSObjectRef function, JSValueRef *exception);

void CJSContextGroupSetTimeLimit(JSContextGroupRef group, double seconds, CJSShouldTerminate callback, void *argument) {
    JSContextGroupSetExecutionTimeLimit(group, seconds, callback, argument);
}

void CJSContextGroupClearTimeLimit(JSContextGroupRef group) { JSContextGroupClearExecutionTimeLimit(group); }

void CJSSetUnhandledRejectionCallback(JSGlobalContextRef context, JSObjectRef function) {
    JSGlobalContextSetUnhandledRejectionCallback(context, function, NULL);
}
