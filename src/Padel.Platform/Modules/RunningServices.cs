namespace Padel.Platform.Modules;

/// <summary>Which services exist in this deployment, and which of them this process runs.</summary>
public sealed record RunningServices(IReadOnlyList<IModule> Running, IReadOnlySet<string> Known)
{
    public bool Runs(string service) => Running.Any(module => module.Name == service);
}
