/**
 * Where nobody listens: port 1 is that of TCPMUX (RFC 1078), which nobody runs any more. The address of an app that was
 * stopped is no such place: the system gives its port to the next one who asks, be it in another test.
 */
export const nowhere = "http://127.0.0.1:1/";
