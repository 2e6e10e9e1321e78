namespace Padel.Host;

/// <summary>The product cannot start for a reason the person at the keyboard can mend; the message is for them and is printed alone.</summary>
internal sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
