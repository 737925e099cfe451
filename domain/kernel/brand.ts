declare const brand: unique symbol;

/** A primitive with a name of its own, so that a tooth number cannot be passed as a minute count. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };
