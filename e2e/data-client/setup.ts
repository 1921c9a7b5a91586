import { restorePlatform } from "./platform.ts";

// Test files share a process: the server of one is not to change the platform of the next.
restorePlatform();
