import type { Hook } from "@fairlead/sandbox";
import type { operations } from "../../../generated/schema.ts";
import { changes, creates, gives, removes } from "../../entity/answer-entity.ts";

/** Makes a product. */
export const createProduct: Hook<operations["createProduct"]> = creates("product");

/** Gives a product. */
export const getProduct: Hook<operations["getProduct"]> = gives("product");

/** Changes what is given of a product. */
export const updateProduct: Hook<operations["updateProduct"]> = changes("product");

/** Removes a product with its versions. */
export const deleteProduct: Hook<operations["deleteProduct"]> = removes("product");
