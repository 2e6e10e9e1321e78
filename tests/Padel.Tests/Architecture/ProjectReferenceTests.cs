using System.Xml.Linq;

namespace Padel.Tests.Architecture;

/// <summary>Kernel knows nobody, Contracts the Kernel, Platform the Kernel; a service knows these three and never another service.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly string[] ForServices = ["Padel.Kernel", "Padel.Contracts", "Padel.Platform"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Padel.Kernel"] = [],
        ["Padel.Contracts"] = ["Padel.Kernel"],
        ["Padel.Platform"] = ["Padel.Kernel"],
    };

    [Fact]
    public void Projects_refer_only_to_what_the_architecture_allows() =>
        Repository.Files("src", ".csproj").SelectMany(Violations).ShouldBeEmpty();

    [Theory]
    [InlineData("Padel.Booking", "Padel.Identity")]
    [InlineData("Padel.Platform", "Padel.Contracts")]
    [InlineData("Padel.Kernel", "Padel.Contracts")]
    public void A_forbidden_reference_is_found(string project, string reference) =>
        Violations(new SourceFile($"src/{project}/{project}.csproj",
            $"""<Project><ItemGroup><ProjectReference Include="../{reference}/{reference}.csproj" /></ItemGroup></Project>""")).ShouldNotBeEmpty();

    [Fact]
    public void The_kernel_uses_no_package() =>
        XDocument.Parse(Repository.Read("src/Padel.Kernel/Padel.Kernel.csproj")).Descendants("PackageReference").ShouldBeEmpty();

    private static IEnumerable<string> Violations(SourceFile project)
    {
        var name = Path.GetFileNameWithoutExtension(project.Path);
        if (name == "Padel.Host")
            return [];
        var allowed = Allowed.GetValueOrDefault(name, ForServices);
        return XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? ""))
            .Where(reference => !allowed.Contains(reference))
            .Select(reference => $"{name} refers to {reference}");
    }
}
