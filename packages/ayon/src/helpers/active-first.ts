/** For `sort`: what is in use before what is not, because inactive entities may have the name of an active one. */
export function activeFirst(one: { readonly active: boolean }, other: { readonly active: boolean }): number {
  return Number(other.active) - Number(one.active);
}
