using System.Collections.Concurrent;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Configuration;

namespace Padel.Platform.Web;

/// <summary>The built web app on disk, kept in memory once asked for. A file that changes on disk is read again.</summary>
internal sealed class WebFiles
{
    private const int MaxFiles = 1_000;
    private const long MaxFileBytes = 4 * 1024 * 1024;
    private const int MaxParents = 6;

    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly ConcurrentDictionary<string, WebFile> _files = new(StringComparer.Ordinal);
    private readonly string _root;

    public WebFiles(IConfiguration configuration)
    {
        _root = Path.GetFullPath(configuration["Padel:WebRoot"] is { Length: > 0 } set ? set : FindRoot());
        _types.Mappings[".webmanifest"] = "application/manifest+json";
    }

    /// <summary>The file of that path below the root, or null. Nothing outside the root, nothing hidden.</summary>
    public WebFile? Find(string path)
    {
        var full = Path.GetFullPath(Path.Combine(_root, path.TrimStart('/')));
        if (!full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal))
            return null;
        var info = new FileInfo(full);
        if (!info.Exists || info.Length > MaxFileBytes)
            return null;
        if (_files.TryGetValue(full, out var known) && known.WrittenAt == info.LastWriteTimeUtc)
            return known;

        var type = _types.TryGetContentType(full, out var found) ? found : "application/octet-stream";
        if (type is "text/html" or "text/javascript" or "text/css" or "text/plain")
            type += "; charset=utf-8";
        var file = WebFile.Of(File.ReadAllBytes(full), type, info.LastWriteTimeUtc);
        if (_files.Count < MaxFiles)
            _files[full] = file;
        return file;
    }

    // Beside the program when published; in the repository's web/dist when run from the build.
    private static string FindRoot()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "web");
        if (File.Exists(Path.Combine(beside, "index.html")))
            return beside;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        for (var i = 0; i < MaxParents && folder is not null; i++, folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "web", "dist");
            if (Directory.Exists(built))
                return built;
        }

        return beside;
    }
}
