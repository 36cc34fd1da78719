/** A place's name as people write it. Carriers shout: "NEWARK" is Newark. Names with small letters, and short ones, are left alone. */
export const calmName = <Name extends string | null>(name: Name): Name | string =>
  name !== null && name === name.toUpperCase() && name.length > 3 ? name.toLowerCase().replaceAll(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()) : name;
