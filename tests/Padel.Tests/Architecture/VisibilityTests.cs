using System.Reflection;
using Padel.Booking;
using Padel.Identity;
using Padel.Payments;
using Padel.Platform.Modules;

namespace Padel.Tests.Architecture;

/// <summary>A service shows the others its module and nothing else.</summary>
public sealed class VisibilityTests
{
    public static TheoryData<Assembly> Services => [typeof(IdentityModule).Assembly, typeof(BookingModule).Assembly, typeof(PaymentsModule).Assembly];

    [Theory, MemberData(nameof(Services))]
    public void A_service_exposes_its_module_only(Assembly service) => Exposed(service.GetExportedTypes()).ShouldBeEmpty();

    [Fact]
    public void A_public_type_beside_the_module_is_found() => Exposed([typeof(BookingModule), typeof(SomethingPublic)]).ShouldHaveSingleItem();

    [Fact]
    public void Every_service_project_is_looked_at()
    {
        string[] others = ["Padel.Kernel", "Padel.Contracts", "Padel.Platform", "Padel.Host"];
        var projects = Repository.Files("src", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file.Path)).Except(others);
        Services.Select(row => row.Data.GetName().Name).ShouldBe(projects, ignoreOrder: true);
    }

    private static IEnumerable<string> Exposed(IEnumerable<Type> types) =>
        types.Where(type => !type.IsAssignableTo(typeof(IModule))).Select(type => type.FullName ?? type.Name);

    public sealed class SomethingPublic;
}
