/** A port of which a test uses only these methods. Any other is an error, so that nothing happens unseen. */
export function port<Port extends object>(name: string, methods: Partial<Port>): Port {
  return new Proxy(methods, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key) as unknown;
      throw new Error(`${name}.${String(key)} is not in this world`);
    },
  }) as Port;
}
