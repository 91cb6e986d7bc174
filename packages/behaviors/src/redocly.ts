export default (): object => ({ id: "fairlead" });
