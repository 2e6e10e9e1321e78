namespace Padel.Host.Commands;

/// <summary>The command line was not understood; the message says how it is meant.</summary>
internal sealed class UsageException(string message) : Exception(message);
