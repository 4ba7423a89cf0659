/** By which people find the check, and require it for a branch. */
export const checkName = "Frontdesk config";
