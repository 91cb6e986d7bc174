import { deep } from "../../vitest.base.ts";

export default deep;
