namespace Padel.Platform.Web;

/// <summary>
/// Describes a public page that a service knows (a club's page); registered in the container by that service. Null: not one of its pages,
/// or nothing there.
/// </summary>
public delegate ValueTask<PageHead?> DescribePage(string path, CancellationToken cancellation);
