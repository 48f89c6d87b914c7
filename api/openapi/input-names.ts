/** `dispatch` takes a `DispatchInput`. */
export const inputName = (command: string): string => `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
/** `urged` tells an `UrgedSignal`. */
export const signalInputName = (signal: string): string => `${signal.charAt(0).toUpperCase()}${signal.slice(1)}Signal`;
