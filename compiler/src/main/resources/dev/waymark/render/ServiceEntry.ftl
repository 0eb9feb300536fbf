apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ${metadata.object.name}
  namespace: ${metadata.object.namespace}
<#list metadata.labels>
  labels:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
<#list metadata.annotations>
  annotations:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
spec:
  hosts:
<#list spec.hosts as host>
  - ${host}
</#list>
<#list spec.addresses>
  addresses:
<#items as address>
  - ${address}
</#items>
</#list>
  location: ${spec.location}
  ports:
<#list spec.ports as port>
  - number: ${port.number}
    name: ${port.name}
    protocol: ${port.protocol}
<#if port.targetPort??>
    targetPort: ${port.targetPort}
</#if>
</#list>
  resolution: ${spec.resolution}
<#list spec.endpoints>
  endpoints:
<#items as endpoint>
<#if endpoint.address??>
  - address: ${endpoint.address}
<#if endpoint.network??>
    network: ${endpoint.network}
</#if>
<#else>
  - network: ${endpoint.network}
</#if>
<#list endpoint.ports>
    ports:
<#items as name, number>
      ${name}: ${number}
</#items>
</#list>
<#list endpoint.labels>
    labels:
<#items as key, value>
      ${key}: ${value}
</#items>
</#list>
</#items>
</#list>
