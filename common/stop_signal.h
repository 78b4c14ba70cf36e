#pragma once

namespace warta {

/// From now on SIGINT, SIGTERM and SIGHUP only take down that the program is asked to stop; a second
/// one ends it at once, as _exit does, with 128 and the signal's number. A signal that was ignored
/// when the program started (nohup) stays ignored.
void CatchStopSignals();

/// The signal that has asked the program to stop; 0: none. Cheap; any thread.
int StopSignal();

}  // namespace warta
